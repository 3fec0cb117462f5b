package io.enikit.json.text;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What a plain text of YAML 1.1 stands for, which is the version that CloudFormation reads (AWS CloudFormation User Guide,
 * "CloudFormation template format"): {@code 012} is ten, {@code 0x1f} thirty-one, {@code 22:22} a number in base 60, and
 * {@code yes} is true. An account id such as {@code 012345678901} stays a text, as 8 and 9 are no octal digits.
 */
final class YamlScalar {
    private static final int LONGEST = 64;
    private static final int BASE_OF_COLONS = 60;
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE|yes|Yes|YES|on|On|ON");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE|no|No|NO|off|Off|OFF");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F_]+");
    private static final Pattern BINARY = Pattern.compile("[-+]?0b[01_]+");
    private static final Pattern BY_COLONS = Pattern.compile("[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+");
    private static final Pattern FRACTION = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*([eE][-+][0-9]+)?");

    private YamlScalar() {}

    static Node of(String text, Place place) {
        if (text.length() > LONGEST) {
            return Node.text(text, place);
        } else if (NULL.matcher(text).matches()) {
            return Node.nothing(place);
        } else if (TRUE.matcher(text).matches()) {
            return Node.flag(true, place);
        } else if (FALSE.matcher(text).matches()) {
            return Node.flag(false, place);
        } else if (WHOLE.matcher(text).matches() || FRACTION.matcher(text).matches()) {
            return Node.number(text.replace("_", "").replace("+", ""), place);
        } else if (OCTAL.matcher(text).matches()) {
            return number(text, "0", 8, place);
        } else if (HEXADECIMAL.matcher(text).matches()) {
            return number(text, "0x", 16, place);
        } else if (BINARY.matcher(text).matches()) {
            return number(text, "0b", 2, place);
        }
        return BY_COLONS.matcher(text).matches() ? byColons(text, place) : Node.text(text, place);
    }

    private static Node number(String text, String prefix, int base, Place place) {
        String digits = text.replace("_", "").replace("+", "").replaceFirst(prefix, "");
        return digits.isEmpty() || digits.equals("-")
                ? Node.text(text, place)
                : Node.number(new BigInteger(digits, base).toString(), place);
    }

    private static Node byColons(String text, Place place) {
        boolean negative = text.startsWith("-");
        BigInteger number = BigInteger.ZERO;
        for (String part :
                text.replace("_", "").replace("+", "").replace("-", "").split(":", -1)) {
            number = number.multiply(BigInteger.valueOf(BASE_OF_COLONS)).add(new BigInteger(part));
        }
        return Node.number((negative ? number.negate() : number).toString(), place);
    }
}
