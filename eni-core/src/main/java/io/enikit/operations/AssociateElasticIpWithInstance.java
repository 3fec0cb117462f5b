package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.ElasticIpId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Associates an Elastic IP with a private IPv4 address of the only interface of an instance.
 *
 * <p>For an instance with several interfaces use {@link AssociateElasticIp}.
 */
@Value.Immutable
public abstract class AssociateElasticIpWithInstance extends Operation {
    AssociateElasticIpWithInstance() {}

    /**
     * Associates an Elastic IP with the primary private IPv4 address of an instance.
     *
     * @param elasticIp the id of the Elastic IP
     * @param instance the id of the instance
     * @return the operation
     */
    public static AssociateElasticIpWithInstance of(ElasticIpId elasticIp, InstanceId instance) {
        return ImmutableAssociateElasticIpWithInstance.builder()
                .elasticIp(elasticIp)
                .instance(instance)
                .build();
    }

    /**
     * Associates an Elastic IP with the primary private IPv4 address of an instance.
     *
     * @param elasticIp the id of the Elastic IP
     * @param instance the id of the instance
     * @return the operation
     */
    public static AssociateElasticIpWithInstance of(String elasticIp, String instance) {
        return of(
                ElasticIpId.of(requireNonNull(elasticIp, "elasticIp")),
                InstanceId.of(requireNonNull(instance, "instance")));
    }

    /** {@return the Elastic IP} */
    public abstract ElasticIpId elasticIp();

    /** {@return the instance} */
    public abstract InstanceId instance();

    /** {@return the private IPv4 address that it is to stand for, the primary one unless set} */
    public abstract Optional<IpAddress> privateIpAddress();

    /**
     * Returns a copy for another address of the interface.
     *
     * @param privateIpAddress one of its private IPv4 addresses, or one inside of its prefixes
     * @return the operation
     */
    public abstract AssociateElasticIpWithInstance withPrivateIpAddress(IpAddress privateIpAddress);

    /**
     * Returns a copy for another address of the interface.
     *
     * @param address such as {@code 10.0.0.20}
     * @return the operation
     */
    public AssociateElasticIpWithInstance withPrivateIpAddress(String address) {
        return withPrivateIpAddress(IpAddress.parse(requireNonNull(address, "address")));
    }

    /** {@return whether it may be taken from where it is, true unless set} */
    @Value.Default
    public boolean allowReassociation() {
        return true;
    }

    /**
     * Returns a copy with or without leave to take the Elastic IP from where it is.
     *
     * @param allowReassociation whether it may be taken
     * @return the operation
     */
    public abstract AssociateElasticIpWithInstance withAllowReassociation(boolean allowReassociation);

    @Override
    public String action() {
        return "AssociateAddress";
    }

    @Override
    AssociateElasticIp resolved(NetworkPlan plan) {
        return ImmutableAssociateElasticIp.builder()
                .elasticIp(elasticIp())
                .eni(plan.enisOf(instance()).get(0).id())
                .privateIpAddress(privateIpAddress())
                .allowReassociation(allowReassociation())
                .build();
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(instance(), elasticIp()).through(instance());
    }

    @Override
    void apply(Editor editor) {
        resolved(editor.plan()).apply(editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "AssociateElasticIpWithInstance",
                "elasticIp",
                elasticIp(),
                "instance",
                instance(),
                "privateIpAddress",
                privateIpAddress(),
                "allowReassociation",
                allowReassociation());
    }
}
