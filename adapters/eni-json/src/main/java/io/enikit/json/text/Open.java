package io.enikit.json.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that is not known.
 *
 * @param reason why
 * @param symbol stands for it: two unknown values with one symbol are the same
 * @param parts what a text is made of, one after the other, if that is known; none for all else
 * @param slice which part of a larger block it is, if it is a block and that is known
 * @param impossible whether it is not only unknown, but can have no value
 */
public record Open(String reason, String symbol, List<Node> parts, Optional<Slice> slice, boolean impossible) {
    private static final String BEFORE_56 = ".split(00::/56)[0]";
    private static final Pattern DIGITS_OF_64 = Pattern.compile("([0-9a-fA-F]{2})::/64");
    private static final int BITS_OF_56 = 72;
    private static final int BITS_OF_64 = 64;

    public Open {
        parts = ImmutableList.copyOf(parts);
    }

    public static Open of(String reason, String symbol) {
        return new Open(reason, symbol, List.of(), Optional.empty(), false);
    }

    /** Returns what can have no value: whatever asks for it is refused. */
    public static Open impossible(String reason, String symbol) {
        return new Open(reason, symbol, List.of(), Optional.empty(), true);
    }

    public Open withParts(List<Node> newParts) {
        return new Open(reason, symbol, newParts, slice, impossible);
    }

    public Open withSlice(Slice newSlice) {
        return new Open(reason, symbol, parts, Optional.of(newSlice), impossible);
    }

    /** Returns the block that this is: a slice of another one, or one of which nothing is known. */
    public Slice block() {
        return slice.or(this::afterPrefix).orElseGet(() -> Slice.all(symbol));
    }

    /**
     * Finds the /64 that a text makes of an unknown /56: what stands before {@code 00::/56} in it, and two digits more.
     *
     * <p>Templates did so before there was {@code Fn::Cidr}.
     */
    private Optional<Slice> afterPrefix() {
        if (parts.size() != 2 || !parts.get(0).is(Node.Kind.UNKNOWN)) {
            return Optional.empty();
        }
        String prefix = parts.get(0).open().symbol();
        Matcher rest = DIGITS_OF_64.matcher(parts.get(1).scalarOr(""));
        return prefix.endsWith(BEFORE_56) && rest.matches()
                ? Optional.of(Slice.all(prefix.substring(0, prefix.length() - BEFORE_56.length()), BITS_OF_56)
                        .part(Integer.parseInt(rest.group(1), 16), BITS_OF_64))
                : Optional.empty();
    }
}
