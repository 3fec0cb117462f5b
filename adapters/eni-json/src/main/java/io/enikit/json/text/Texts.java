package io.enikit.json.text;

import static com.google.common.base.Preconditions.checkArgument;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.Arrays;
import java.util.Optional;

/** Parsers of addresses and blocks where one family only makes sense, and of the words of closed lists. */
public final class Texts {
    private Texts() {}

    public static IpAddress ipv4(String text) {
        return ofFamily(IpAddress.parse(text), IpFamily.IPV4);
    }

    public static IpAddress ipv6(String text) {
        return ofFamily(IpAddress.parse(text), IpFamily.IPV6);
    }

    public static Cidr ipv4Block(String text) {
        return ofFamily(Cidr.parse(text), IpFamily.IPV4);
    }

    /** Returns the block around an address with a length, unless the text is no such thing or a block already. */
    public static Optional<Cidr> withoutHostBits(String text) {
        int slash = text.indexOf('/');
        String length = text.substring(slash + 1);
        if (slash < 0 || Cidr.tryParse(text).isPresent() || !length.matches("[0-9]|[12][0-9]|3[0-2]")) {
            return Optional.empty();
        }
        return IpAddress.tryParse(text.substring(0, slash))
                .filter(address -> address.family() == IpFamily.IPV4)
                .map(address -> Cidr.containing(address, Integer.parseInt(length)));
    }

    public static Cidr ipv6Block(String text) {
        return ofFamily(Cidr.parse(text), IpFamily.IPV6);
    }

    /** Finds the constant of a closed list by EC2's word. */
    public static <E extends Enum<E>> E word(Class<E> type, String text) {
        E[] all = type.getEnumConstants();
        for (E each : all) {
            if (each.toString().equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\": expected one of " + Arrays.toString(all));
    }

    /** Returns whether addresses of a network border group are those of a carrier, which need a carrier gateway. */
    public static boolean isOfWavelength(String group) {
        return group.contains("-wl");
    }

    private static IpAddress ofFamily(IpAddress address, IpFamily family) {
        checkArgument(address.family() == family, "%s is not of the family %s", address, family);
        return address;
    }

    private static Cidr ofFamily(Cidr block, IpFamily family) {
        checkArgument(block.family() == family, "%s is not of the family %s", block, family);
        return block;
    }
}
