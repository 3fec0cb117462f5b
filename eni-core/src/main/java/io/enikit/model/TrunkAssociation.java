package io.enikit.model;

import static java.util.Objects.requireNonNull;

/**
 * How a branch interface is carried: by which trunk, and by which mark its packets are told from those of others.
 *
 * <p>Ordered by trunk, protocol and key.
 *
 * @param trunk the trunk interface
 * @param protocol what the mark is
 * @param key the VLAN id or the GRE key, unique in the trunk
 */
public record TrunkAssociation(EniId trunk, Protocol protocol, int key) implements Comparable<TrunkAssociation> {
    /**
     * What marks the packets of a branch.
     *
     * <p>Later versions may add constants.
     */
    public enum Protocol {
        /** A VLAN id. */
        VLAN("vlanId"),

        /** A key of generic routing encapsulation. */
        GRE("greKey");

        private final String keyName;

        Protocol(String keyName) {
            this.keyName = keyName;
        }

        /** {@return what EC2 calls the mark, such as {@code vlanId}} */
        public String keyName() {
            return keyName;
        }
    }

    /**
     * Checks that nothing is null.
     *
     * @param trunk the trunk interface
     * @param protocol what the mark is
     * @param key the VLAN id or the GRE key, unique in the trunk
     */
    public TrunkAssociation {
        requireNonNull(trunk, "trunk");
        requireNonNull(protocol, "protocol");
    }

    @Override
    public int compareTo(TrunkAssociation other) {
        int byTrunk = trunk.compareTo(requireNonNull(other, "other").trunk);
        int byProtocol = byTrunk != 0 ? byTrunk : protocol.compareTo(other.protocol);
        return byProtocol != 0 ? byProtocol : Integer.compare(key, other.key);
    }

    /** {@return such as {@code trunk-1 vlanId=7}} */
    @Override
    public String toString() {
        return trunk + " " + protocol.keyName() + "=" + key;
    }
}
