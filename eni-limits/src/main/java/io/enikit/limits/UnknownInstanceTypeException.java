package io.enikit.limits;

import io.enikit.internal.VisibleText;
import java.io.Serial;
import java.util.List;

/** Thrown when a catalogue does not hold an instance type. */
public final class UnknownInstanceTypeException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The name that was asked for. */
    private final String instanceType;

    /** Names that differ little. */
    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<String> nearMatches;

    /** Whether the type exists. */
    private final boolean named;

    UnknownInstanceTypeException(String instanceType, boolean named, List<String> nearMatches) {
        super(
                named
                        ? "the limits of instance type \"" + VisibleText.brief(instanceType)
                                + "\" are not known: EC2 names it, but nobody" + " has published them"
                        : "unknown instance type \"" + VisibleText.brief(instanceType) + "\""
                                + (nearMatches.isEmpty()
                                        ? ""
                                        : ": did you mean " + String.join(" or ", nearMatches) + "?"));
        this.instanceType = instanceType;
        this.named = named;
        this.nearMatches = List.copyOf(nearMatches);
    }

    /** {@return the name that was asked for, as it was given} */
    public String instanceType() {
        return instanceType;
    }

    /** {@return whether the EC2 API names the type, so that only its limits are unknown} */
    public boolean isNamed() {
        return named;
    }

    /** {@return names in the catalogue that differ little, nearest first, at most three} */
    public List<String> nearMatches() {
        return nearMatches;
    }
}
