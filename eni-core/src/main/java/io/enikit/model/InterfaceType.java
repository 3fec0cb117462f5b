package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The type of a network interface. EC2 adds types, so this is an open list: any name can be one.
 *
 * <p>The constants are those a request can ask for; services make others, such as {@code nat_gateway}.
 */
public final class InterfaceType implements Comparable<InterfaceType> {
    /** An interface like any other. */
    public static final InterfaceType INTERFACE = new InterfaceType("interface");

    /** An Elastic Fabric Adapter, with addresses. */
    public static final InterfaceType EFA = new InterfaceType("efa");

    /** An Elastic Fabric Adapter without addresses. */
    public static final InterfaceType EFA_ONLY = new InterfaceType("efa-only");

    /** An interface that carries branch interfaces. */
    public static final InterfaceType TRUNK = new InterfaceType("trunk");

    /** An interface that is carried by a trunk. */
    public static final InterfaceType BRANCH = new InterfaceType("branch");

    private final String text;

    private InterfaceType(String text) {
        this.text = text;
    }

    /**
     * Returns the type of this name.
     *
     * @param name EC2's name, such as {@code interface} or {@code load_balancer}
     * @return the type
     * @throws IllegalArgumentException if the name is blank
     */
    public static InterfaceType of(String name) {
        checkArgument(!requireNonNull(name, "name").isBlank(), "the name of an interface type is blank");
        return new InterfaceType(name);
    }

    /** {@return whether it is an Elastic Fabric Adapter, with or without addresses} */
    public boolean isEfa() {
        return equals(EFA) || equals(EFA_ONLY);
    }

    /** {@return whether a request can create interfaces of this type} */
    public boolean isCreatable() {
        return equals(INTERFACE) || isEfa() || equals(TRUNK) || equals(BRANCH);
    }

    @Override
    public int compareTo(InterfaceType other) {
        requireNonNull(other, "other");
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InterfaceType type && text.equals(type.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return EC2's name} */
    @Override
    public String toString() {
        return text;
    }
}
