package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import java.util.Optional;

/**
 * A network interface of an instance to be launched: one to create, or one that is there.
 *
 * @param deviceIndex the device index, 0 on card 0 for the primary interface
 * @param networkCardIndex the index of the network card
 * @param create the interface to create
 * @param existing the interface that is there
 * @param deleteOnTermination whether it goes with the instance, if the launch creates it
 */
public record LaunchInterface(
        int deviceIndex,
        int networkCardIndex,
        Optional<CreateEni> create,
        Optional<EniId> existing,
        boolean deleteOnTermination) {
    /**
     * Checks that it is one or the other.
     *
     * @param deviceIndex the device index
     * @param networkCardIndex the index of the network card
     * @param create the interface to create
     * @param existing the interface that is there
     * @param deleteOnTermination whether it goes with the instance
     * @throws IllegalArgumentException if it is both to be created and there, or neither
     */
    public LaunchInterface {
        requireNonNull(create, "create");
        requireNonNull(existing, "existing");
        if (create.isPresent() == existing.isPresent()) {
            throw new IllegalArgumentException("expected an interface to create, or one that is there");
        }
    }

    /**
     * Returns an interface to create on network card 0, which goes with the instance.
     *
     * @param deviceIndex the device index
     * @param create the interface
     * @return the request
     */
    public static LaunchInterface create(int deviceIndex, CreateEni create) {
        return new LaunchInterface(deviceIndex, 0, Optional.of(create), Optional.empty(), true);
    }

    /**
     * Returns an interface that is there, for network card 0; it stays when the instance goes.
     *
     * @param deviceIndex the device index
     * @param existing the id of the interface
     * @return the request
     */
    public static LaunchInterface existing(int deviceIndex, String existing) {
        return new LaunchInterface(deviceIndex, 0, Optional.empty(), Optional.of(EniId.of(existing)), false);
    }

    /**
     * Returns this request for another network card.
     *
     * @param networkCardIndex the index of the network card, from 0
     * @return the request
     */
    public LaunchInterface withNetworkCardIndex(int networkCardIndex) {
        return new LaunchInterface(deviceIndex, networkCardIndex, create, existing, deleteOnTermination);
    }

    /**
     * Returns this request with what becomes of the interface.
     *
     * @param deleteOnTermination whether it goes with the instance; one that was there before stays whatever is asked
     * @return the request
     */
    public LaunchInterface withDeleteOnTermination(boolean deleteOnTermination) {
        return new LaunchInterface(deviceIndex, networkCardIndex, create, existing, deleteOnTermination);
    }

    /** Returns the same for one of several instances, with a name of its own for what is to be created. */
    LaunchInterface forInstance(InstanceId instance) {
        return new LaunchInterface(
                deviceIndex,
                networkCardIndex,
                create.map(each -> each.forInstance(instance)),
                existing,
                deleteOnTermination);
    }
}
