package io.enikit.json.cloudformation;

import io.enikit.json.text.Node;
import io.enikit.json.text.Open;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;

/**
 * Tells the names of one template from those of others that are read with it, or of the same one that is nested twice.
 *
 * @param prefix stands before the names of resources; empty for a template that is read by itself
 */
public record Scope(String prefix) {
    /** What is the same in all templates that are read together, as they are of one Region. */
    private static boolean isCommon(String name) {
        return switch (name) {
            case "AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::URLSuffix" -> true;
            default -> false;
        };
    }

    String idOf(String name) {
        return prefix + name;
    }

    /** Returns what stands for the value of a parameter, or of an attribute of a resource. */
    String symbol(String name) {
        return Symbols.of(isCommon(name) ? name : prefix + name);
    }

    /** Returns a value that nothing is known about: it is the same only as itself. */
    Node unknown(String reason, Place place) {
        return Node.unknown(reason, symbolOf(place), place);
    }

    /** Returns what a template asks for, but cannot have. */
    Node impossible(String reason, Place place) {
        return Node.open(Open.impossible(reason, symbolOf(place)), place);
    }

    private String symbolOf(Place place) {
        return Symbols.of(prefix + place.origin().path());
    }

    /** Returns what a value is in a text: itself, or what stands for it. */
    String textOf(Node node) {
        return switch (node.kind()) {
            case UNKNOWN -> node.open().symbol();
            case REFERENCE -> Symbols.of(node.reference());
            default -> node.scalarOr(symbolOf(node.place()));
        };
    }

    /** Says why a value is not known. */
    static String why(Node node) {
        return switch (node.kind()) {
            case UNKNOWN -> node.open().reason();
            case REFERENCE ->
                node.reference().attribute() + " of " + node.reference().name();
            default -> "found " + node;
        };
    }
}
