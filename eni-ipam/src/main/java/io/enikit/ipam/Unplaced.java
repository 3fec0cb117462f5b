package io.enikit.ipam;

import io.enikit.internal.VisibleText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that does not fit into a layout. */
public final class Unplaced {
    private final String name;
    private final int prefixLength;
    private final boolean headRoom;
    private final String reason;

    Unplaced(String name, int prefixLength, boolean headRoom, String reason) {
        this.name = Objects.requireNonNull(name, "name");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.prefixLength = prefixLength;
        this.headRoom = headRoom;
    }

    /** {@return the name, or the group the head-room is for} */
    public String name() {
        return name;
    }

    /** {@return the requested length} */
    public int prefixLength() {
        return prefixLength;
    }

    /** {@return true for head-room, false for a block} */
    public boolean headRoom() {
        return headRoom;
    }

    /** {@return why, in words and numbers} */
    public String reason() {
        return reason;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unplaced that
                && name.equals(that.name)
                && prefixLength == that.prefixLength
                && headRoom == that.headRoom
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, prefixLength, headRoom, reason);
    }

    /**
     * Returns the name and the reason.
     *
     * @return for example {@code web/c: needs a /24; nothing is free}
     */
    @Override
    public String toString() {
        return VisibleText.brief(name) + (headRoom ? " (head-room): " : ": ") + reason;
    }
}
