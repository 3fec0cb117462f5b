package io.enikit.json.text;

import io.enikit.model.ResourceId;

/**
 * Texts that stand for what is not known, such as {@code ${SubnetId}} for the value of a parameter.
 *
 * <p>Two equal ones stand for the same. Two others may stand for the same or not, except for the availability zones of
 * one Region, which are told apart by their indexes, or by their letters.
 */
public final class Symbols {
    public static final String START = "${";
    private static final String REGION = START + "AWS::Region}";
    private static final String ZONES = REGION + "[";

    /** Why a zone is not known that a template asks for by its number. */
    public static final String NO_ZONES = "the availability zones are not given";

    private Symbols() {}

    public static String of(String name) {
        return START + name + "}";
    }

    public static String of(Node.Reference reference) {
        return of(reference.name() + "." + reference.attribute());
    }

    public static String item(String list, int index) {
        return list + "[" + index + "]";
    }

    /** Returns the list of all zones of the Region. */
    public static String zones() {
        return of("AWS::Region");
    }

    public static boolean is(String text) {
        return text.startsWith(START);
    }

    public static boolean is(ResourceId id) {
        return is(id.toString());
    }

    /** Returns whether two zones that differ as texts may be the same. */
    public static boolean maybeSame(String zone, String other) {
        boolean numbered = zone.startsWith(ZONES) && other.startsWith(ZONES);
        return (is(zone) || is(other)) && !numbered && !(isLettered(zone) && isLettered(other));
    }

    /** Returns whether a zone is the name of the Region with a known ending. */
    private static boolean isLettered(String zone) {
        return zone.startsWith(REGION) && !zone.startsWith(ZONES) && zone.indexOf(START, REGION.length()) < 0;
    }
}
