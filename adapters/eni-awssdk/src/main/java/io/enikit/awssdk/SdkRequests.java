package io.enikit.awssdk;

import static java.util.Objects.requireNonNull;

import io.enikit.model.NetworkPlan;
import io.enikit.operations.Operation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Ec2Response;

/**
 * Turns operations into the requests of the SDK that they stand for. Immutable.
 *
 * <p>Some calls need an id that an operation does not name: a call that detaches names the attachment. Such ids are looked
 * up in a plan ({@link #in(NetworkPlan)}: attachments) or in an account that was read ({@link #in(LiveAccount)}: attachments,
 * associations, reservations, internet gateways). A launch needs an image ({@link #withImageId}).
 *
 * <p>EC2 chooses the ids of what a call creates: those that the operation gives, and ids of attachments, are not in the
 * request.
 */
public final class SdkRequests {
    private static final SdkRequests WITHOUT_IDS = new SdkRequests(new KnownIds(), Optional.empty());

    private final KnownIds ids;
    private final Optional<String> imageId;

    private SdkRequests(KnownIds ids, Optional<String> imageId) {
        this.ids = ids;
        this.imageId = imageId;
    }

    /** {@return what turns operations into requests that need no ids but those of the operation} */
    public static SdkRequests create() {
        return WITHOUT_IDS;
    }

    /**
     * Returns what looks up attachments in a plan.
     *
     * @param plan the plan that the operations are for
     * @return what turns operations into requests
     */
    public static SdkRequests in(NetworkPlan plan) {
        return new SdkRequests(KnownIds.of(requireNonNull(plan, "plan")), Optional.empty());
    }

    /**
     * Returns what looks up ids in an account, as it was when it was read.
     *
     * @param account the account that the operations are for
     * @return what turns operations into requests
     */
    public static SdkRequests in(LiveAccount account) {
        return new SdkRequests(requireNonNull(account, "account").ids(), Optional.empty());
    }

    /**
     * Returns a copy that launches instances from an image.
     *
     * @param newImageId the image, such as {@code ami-0a1b2c3d4e5f60718}
     * @return the copy
     */
    public SdkRequests withImageId(String newImageId) {
        return new SdkRequests(ids, Optional.of(requireNonNull(newImageId, "newImageId")));
    }

    /**
     * Returns the request that an operation stands for.
     *
     * @param operation the operation
     * @return the request, such as {@code AttachNetworkInterfaceRequest} for {@code AttachEni}
     * @throws IllegalArgumentException if an id is needed that is not known, or EC2 has no such call
     */
    public Ec2Request request(Operation operation) {
        return RequestTable.of(operation).request(requireNonNull(operation, "operation"), this);
    }

    /**
     * Returns the request that an operation stands for, if there is one.
     *
     * @param operation the operation
     * @return the request, or empty where {@link #request} throws
     */
    public Optional<Ec2Request> tryRequest(Operation operation) {
        requireNonNull(operation, "operation");
        try {
            return Optional.of(request(operation));
        } catch (NoRequestException e) {
            return Optional.empty();
        }
    }

    /**
     * Calls EC2: sends the request that an operation stands for.
     *
     * @param client the client
     * @param operation the operation
     * @return the answer
     * @throws IllegalArgumentException if an id is needed that is not known, or EC2 has no such call; then nothing is sent
     * @throws software.amazon.awssdk.core.exception.SdkException if EC2 refuses it, or it fails
     */
    public Ec2Response send(Ec2Client client, Operation operation) {
        requireNonNull(client, "client");
        requireNonNull(operation, "operation");
        return RequestTable.of(operation).send(client, operation, this);
    }

    KnownIds ids() {
        return ids;
    }

    String image() {
        return imageId.orElseThrow(
                () -> new NoRequestException("RunInstances needs an image: SdkRequests.withImageId"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SdkRequests that && ids.equals(that.ids) && imageId.equals(that.imageId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ids, imageId);
    }

    /** {@return what it is, in a word} */
    @Override
    public String toString() {
        return "SdkRequests" + imageId.map(id -> "[" + id + "]").orElse("");
    }
}
