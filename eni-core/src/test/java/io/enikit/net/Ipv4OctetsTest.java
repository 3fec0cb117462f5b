package io.enikit.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The reader of octets by table against the one that looks at each digit and says what is wrong. */
class Ipv4OctetsTest {
    private static final List<String> TEXTS =
            List.of("1.2.3.4", "1.2.3.45", "12.3.4.5", "7.89.101.0", "192.168.255.100", "255.255.255.255", "0.0.0.0");

    private static void check(String text) {
        String around = "9" + text + ".9";
        assertEquals(IpAddressParser.ipv4(text, 0, text.length(), ParseFault.UNSEEN), read(text), text);
        assertEquals(read(text), Ipv4Octets.read(around, 1, around.length() - 2), around);
    }

    private static long read(String text) {
        return Ipv4Octets.read(text, 0, text.length());
    }

    @Test
    void read_numbersUpTo1000AtEachPlace_asByDigits() {
        for (String text : TEXTS) {
            String[] octets = text.split("\\.", -1);
            for (int place = 0; place < 4; place++) {
                for (int number = 0; number <= 1000; number++) {
                    octets[place] = String.valueOf(number);
                    check(String.join(".", octets));
                    octets[place] = "0" + number;
                    check(String.join(".", octets));
                }
                octets[place] = "";
                check(String.join(".", octets));
                octets[place] = text.split("\\.", -1)[place];
            }
        }
    }

    @Test
    void read_oneOtherCharacterOrOneMoreOrLess_asByDigits() {
        for (String text : TEXTS) {
            for (int i = 0; i <= text.length(); i++) {
                for (char c = 0; c < 0x400; c++) {
                    check(text.substring(0, i) + c + text.substring(Math.min(text.length(), i + 1)));
                    check(text.substring(0, i) + c + text.substring(i));
                }
                check(text.substring(0, i));
                check(text.substring(i));
            }
        }
    }
}
