package io.enikit.fake;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the form of a request: {@code name=value} pairs, each name once. */
final class QueryForm {
    /** EC2 takes no longer requests in this form. */
    static final int BYTES_AT_MOST = 1 << 20;

    private static final int HEX = 16;

    private QueryForm() {}

    static ImmutableMap<String, String> read(byte[] body) {
        if (body.length > BYTES_AT_MOST) {
            throw Ec2Error.of("RequestEntityTooLarge", "The request is longer than " + BYTES_AT_MOST + " bytes");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        int start = 0;
        while (start < body.length) {
            int end = indexOf(body, '&', start, body.length);
            if (end > start) {
                int equals = indexOf(body, '=', start, end);
                String name = decode(body, start, equals);
                String value = equals < end ? decode(body, equals + 1, end) : "";
                if (pairs.putIfAbsent(name, value) != null) {
                    throw malformed("The parameter " + name + " is given more than once");
                }
            }
            start = end + 1;
        }
        return ImmutableMap.copyOf(pairs);
    }

    private static int indexOf(byte[] body, char wanted, int from, int end) {
        int at = from;
        while (at < end && body[at] != wanted) {
            at++;
        }
        return at;
    }

    private static String decode(byte[] body, int from, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - from);
        for (int at = from; at < end; at++) {
            if (body[at] == '+') {
                bytes.write(' ');
            } else if (body[at] == '%') {
                int high = at + 2 < end ? digit(body[at + 1]) : -1;
                int low = at + 2 < end ? digit(body[at + 2]) : -1;
                if (high < 0 || low < 0) {
                    throw malformed("The request is not URL-encoded");
                }
                bytes.write(high * HEX + low);
                at += 2;
            } else {
                bytes.write(body[at]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The request is not text in UTF-8");
        }
    }

    private static Ec2Error malformed(String message) {
        return Ec2Error.of("MalformedQueryString", message);
    }

    private static int digit(byte hex) {
        return HexFormat.isHexDigit(hex) ? HexFormat.fromHexDigit(hex) : -1;
    }
}
