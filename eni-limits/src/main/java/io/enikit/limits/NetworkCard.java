package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One network card of an instance type, and its limits. Immutable.
 *
 * <p>What the source does not give is absent. Source: EC2 API reference, "NetworkCardInfo".
 */
public final class NetworkCard {
    private final int networkCardIndex;
    private final int maximumNetworkInterfaces;
    private final OptionalInt additionalFlexibleNetworkInterfaces;
    private final Optional<Boolean> efaSupported;
    private final Optional<EnaQueues> enaQueues;

    private NetworkCard(
            int networkCardIndex,
            int maximumNetworkInterfaces,
            OptionalInt additionalFlexibleNetworkInterfaces,
            Optional<Boolean> efaSupported,
            Optional<EnaQueues> enaQueues) {
        this.networkCardIndex = networkCardIndex;
        this.maximumNetworkInterfaces = maximumNetworkInterfaces;
        this.additionalFlexibleNetworkInterfaces = additionalFlexibleNetworkInterfaces;
        this.efaSupported = efaSupported;
        this.enaQueues = enaQueues;
    }

    /**
     * Returns a card of which nothing else is given.
     *
     * @param networkCardIndex the index of the card, from 0
     * @param maximumNetworkInterfaces how many interfaces the card always takes, 1 or more
     * @return the card
     * @throws IllegalArgumentException if the index is negative, or the card takes no interface
     */
    public static NetworkCard of(int networkCardIndex, int maximumNetworkInterfaces) {
        Numbers.atLeast(0, networkCardIndex, "networkCardIndex");
        Numbers.atLeast(1, maximumNetworkInterfaces, "maximumNetworkInterfaces");
        return new NetworkCard(
                networkCardIndex, maximumNetworkInterfaces, OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** {@return the index of the card, from 0} */
    public int networkCardIndex() {
        return networkCardIndex;
    }

    /** {@return how many interfaces the card always takes, 1 or more} */
    public int maximumNetworkInterfaces() {
        return maximumNetworkInterfaces;
    }

    /** {@return how many more it can take in some settings; absent if not given} */
    public OptionalInt additionalFlexibleNetworkInterfaces() {
        return additionalFlexibleNetworkInterfaces;
    }

    /**
     * Returns a copy with the flexible interfaces.
     *
     * @param additionalFlexibleNetworkInterfaces how many more interfaces the card can take in some settings, 0 or more;
     *     empty if not known
     * @return the card
     * @throws IllegalArgumentException if the number is negative
     */
    public NetworkCard withAdditionalFlexibleNetworkInterfaces(OptionalInt additionalFlexibleNetworkInterfaces) {
        requireNonNull(additionalFlexibleNetworkInterfaces, "additionalFlexibleNetworkInterfaces");
        if (additionalFlexibleNetworkInterfaces.isPresent()) {
            Numbers.atLeast(0, additionalFlexibleNetworkInterfaces.getAsInt(), "additionalFlexibleNetworkInterfaces");
        }
        return new NetworkCard(
                networkCardIndex,
                maximumNetworkInterfaces,
                additionalFlexibleNetworkInterfaces,
                efaSupported,
                enaQueues);
    }

    /**
     * Returns whether the source says that the card takes an Elastic Fabric Adapter.
     *
     * @return whether it does; absent if the source gives no more than the number of adapters of the whole type, from
     *     which {@link InstanceLimits#efaNetworkCardIndexes} concludes what it can
     */
    public Optional<Boolean> efaSupported() {
        return efaSupported;
    }

    /**
     * Returns a copy that says whether the card takes an Elastic Fabric Adapter.
     *
     * @param efaSupported whether it does; empty if not known
     * @return the card
     */
    public NetworkCard withEfaSupported(Optional<Boolean> efaSupported) {
        return new NetworkCard(
                networkCardIndex,
                maximumNetworkInterfaces,
                additionalFlexibleNetworkInterfaces,
                requireNonNull(efaSupported, "efaSupported"),
                enaQueues);
    }

    /** {@return the queues that its ENA interfaces share; absent if not given} */
    public Optional<EnaQueues> enaQueues() {
        return enaQueues;
    }

    /**
     * Returns a copy with the queues of ENA interfaces.
     *
     * @param enaQueues the queues; empty if not known
     * @return the card
     */
    public NetworkCard withEnaQueues(Optional<EnaQueues> enaQueues) {
        return new NetworkCard(
                networkCardIndex,
                maximumNetworkInterfaces,
                additionalFlexibleNetworkInterfaces,
                efaSupported,
                requireNonNull(enaQueues, "enaQueues"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NetworkCard card
                && networkCardIndex == card.networkCardIndex
                && maximumNetworkInterfaces == card.maximumNetworkInterfaces
                && additionalFlexibleNetworkInterfaces.equals(card.additionalFlexibleNetworkInterfaces)
                && efaSupported.equals(card.efaSupported)
                && enaQueues.equals(card.enaQueues);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                networkCardIndex,
                maximumNetworkInterfaces,
                additionalFlexibleNetworkInterfaces,
                efaSupported,
                enaQueues);
    }

    /** {@return such as {@code network card 0: 2 interfaces, an EFA, ENA queues 8/32/64}} */
    @Override
    public String toString() {
        return "network card " + networkCardIndex + ": " + maximumNetworkInterfaces
                + (maximumNetworkInterfaces == 1 ? " interface" : " interfaces")
                + (additionalFlexibleNetworkInterfaces.isPresent()
                        ? " and " + additionalFlexibleNetworkInterfaces.getAsInt() + " flexible"
                        : "")
                + efaSupported.map(efa -> efa ? ", an EFA" : ", no EFA").orElse("")
                + enaQueues.map(queues -> ", ENA queues " + queues).orElse("");
    }
}
