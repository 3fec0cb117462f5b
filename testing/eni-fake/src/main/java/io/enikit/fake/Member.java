package io.enikit.fake;

import java.util.Locale;

/**
 * A member of a shape: its name in the API, how requests and answers spell it, and its type.
 *
 * @param name the name in the API, such as {@code NetworkInterfaceIds}
 * @param required whether a request must have it
 * @param type the type of the value, or of each value of a list
 * @param shape the name of the shape of a structure, otherwise empty
 * @param list whether it holds several values
 * @param item the name of each element of a list in an answer
 * @param query the name in a request
 * @param xml the name in an answer
 */
record Member(
        String name, boolean required, Type type, String shape, boolean list, String item, String query, String xml) {
    /** The type of a value. */
    enum Type {
        TEXT,
        NUMBER,
        FLAG,
        TIME,
        STRUCTURE
    }

    private static final char STRUCTURE = '=';

    /** Reads a member such as {@code Groups:*SecurityGroupId*t:SecurityGroupId:groupSet}. */
    static Member read(String text) {
        String[] parts = text.split(":", -1);
        boolean required = parts[0].endsWith("!");
        String name = required ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
        String type = parts[1];
        boolean list = type.charAt(0) == '*';
        int end = type.lastIndexOf('*');
        String item = end > 0 ? type.substring(1, end) : "item";
        String of = type.substring(end + 1);
        String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return new Member(
                name,
                required,
                typeOf(of.charAt(0)),
                of.charAt(0) == STRUCTURE ? of.substring(1) : "",
                list,
                item,
                parts.length > 2 && !parts[2].isEmpty() ? parts[2] : name,
                parts.length > 3 ? parts[3] : lower);
    }

    private static Type typeOf(char letter) {
        return switch (letter) {
            case 't' -> Type.TEXT;
            case 'n' -> Type.NUMBER;
            case 'b' -> Type.FLAG;
            case 'd' -> Type.TIME;
            case STRUCTURE -> Type.STRUCTURE;
            default -> throw new IllegalArgumentException("type " + letter);
        };
    }
}
