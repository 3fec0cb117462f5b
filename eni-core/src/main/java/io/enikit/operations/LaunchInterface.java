package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A network interface of an instance to be launched: a new one, or one that exists. Immutable. */
public final class LaunchInterface {
    private final int deviceIndex;
    private final int networkCardIndex;
    private final @Nullable CreateEni create;
    private final @Nullable EniId existing;
    private final boolean deleteOnTermination;
    private final @Nullable String attachmentId;

    private LaunchInterface(
            int deviceIndex,
            int networkCardIndex,
            @Nullable CreateEni create,
            @Nullable EniId existing,
            boolean deleteOnTermination,
            @Nullable String attachmentId) {
        this.deviceIndex = deviceIndex;
        this.networkCardIndex = networkCardIndex;
        this.create = create;
        this.existing = existing;
        this.deleteOnTermination = deleteOnTermination;
        this.attachmentId = attachmentId;
    }

    /**
     * Returns a new interface on network card 0, which is deleted with the instance.
     *
     * @param deviceIndex the device index, 0 for the primary interface
     * @param eni the interface to create
     * @return the request
     */
    public static LaunchInterface creating(int deviceIndex, CreateEni eni) {
        return new LaunchInterface(deviceIndex, 0, requireNonNull(eni, "eni"), null, true, null);
    }

    /**
     * Returns an existing interface, for network card 0; it stays when the instance is terminated.
     *
     * @param deviceIndex the device index, 0 for the primary interface
     * @param eni the interface
     * @return the request
     */
    public static LaunchInterface existing(int deviceIndex, EniId eni) {
        return new LaunchInterface(deviceIndex, 0, null, requireNonNull(eni, "eni"), false, null);
    }

    /**
     * Returns an existing interface, for network card 0; it stays when the instance is terminated.
     *
     * @param deviceIndex the device index, 0 for the primary interface
     * @param eni the id of the interface
     * @return the request
     */
    public static LaunchInterface existing(int deviceIndex, String eni) {
        return existing(deviceIndex, EniId.of(requireNonNull(eni, "eni")));
    }

    /**
     * Returns this request for another network card.
     *
     * @param networkCardIndex the index of the network card, from 0
     * @return the request
     */
    public LaunchInterface withNetworkCardIndex(int networkCardIndex) {
        return new LaunchInterface(deviceIndex, networkCardIndex, create, existing, deleteOnTermination, attachmentId);
    }

    /**
     * Returns this request with what becomes of the interface when the instance is terminated.
     *
     * @param deleteOnTermination whether it is deleted then
     * @return the request
     */
    public LaunchInterface withDeleteOnTermination(boolean deleteOnTermination) {
        return new LaunchInterface(deviceIndex, networkCardIndex, create, existing, deleteOnTermination, attachmentId);
    }

    /**
     * Returns this request with the id that the attachment gets.
     *
     * @param attachmentId such as {@code eni-attach-0123456789abcdef0}
     * @return the request
     */
    public LaunchInterface withAttachmentId(String attachmentId) {
        return new LaunchInterface(
                deviceIndex,
                networkCardIndex,
                create,
                existing,
                deleteOnTermination,
                requireNonNull(attachmentId, "attachmentId"));
    }

    /** Returns the same for one of several instances: what is created gets a name with that of the instance. */
    LaunchInterface forInstance(InstanceId instance) {
        return create == null
                ? this
                : new LaunchInterface(
                        deviceIndex,
                        networkCardIndex,
                        create.forInstance(instance),
                        null,
                        deleteOnTermination,
                        attachmentId);
    }

    /** {@return the device index, 0 on card 0 for the primary interface} */
    public int deviceIndex() {
        return deviceIndex;
    }

    /** {@return the index of the network card, 0 unless set} */
    public int networkCardIndex() {
        return networkCardIndex;
    }

    /** {@return the interface to create, absent if one exists} */
    public Optional<CreateEni> created() {
        return Optional.ofNullable(create);
    }

    /** {@return the interface that exists, absent if one is created} */
    public Optional<EniId> existing() {
        return Optional.ofNullable(existing);
    }

    /** {@return whether the interface is deleted when the instance is terminated} */
    public boolean deleteOnTermination() {
        return deleteOnTermination;
    }

    /** {@return the attachment id, derived from interface and place unless set} */
    public Optional<String> attachmentId() {
        return Optional.ofNullable(attachmentId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LaunchInterface launch
                && deviceIndex == launch.deviceIndex
                && networkCardIndex == launch.networkCardIndex
                && Objects.equals(create, launch.create)
                && Objects.equals(existing, launch.existing)
                && deleteOnTermination == launch.deleteOnTermination
                && Objects.equals(attachmentId, launch.attachmentId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(deviceIndex, networkCardIndex, create, existing);
    }

    /** {@return the place and the interface} */
    @Override
    public String toString() {
        return "card " + networkCardIndex + ", index " + deviceIndex + ": "
                + (create != null ? create.toString() : existing);
    }
}
