package io.enikit.ipam;

import java.util.Objects;

/**
 * A request that does not fit into a layout.
 *
 * @param name the name, or the group the head-room is for
 * @param prefixLength the requested length
 * @param headRoom true for head-room, false for a block
 * @param reason why, in words and numbers
 */
public record Unplaced(String name, int prefixLength, boolean headRoom, String reason) {
    /**
     * Makes a request; meant for layouts only.
     *
     * @param name the name, or the group
     * @param prefixLength the requested length
     * @param headRoom true for head-room
     * @param reason why
     */
    public Unplaced {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns the name and the reason.
     *
     * @return for example {@code web/c: needs a /24; nothing is free}
     */
    @Override
    public String toString() {
        return name + (headRoom ? " (head-room): " : ": ") + reason;
    }
}
