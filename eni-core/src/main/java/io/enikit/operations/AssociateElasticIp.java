package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Associates an Elastic IP with a private IPv4 address of an interface, attached or not.
 *
 * <p>It is taken from where it is, unless {@link #withAllowReassociation} forbids that; another Elastic IP of the address
 * is disassociated and stays allocated. A public IPv4 address that EC2 gave to the address is released.
 */
@Value.Immutable
public abstract class AssociateElasticIp extends Operation {
    AssociateElasticIp() {}

    /**
     * Associates an Elastic IP with the primary private IPv4 address of an interface.
     *
     * @param elasticIp the id of the Elastic IP
     * @param eni the id of the interface
     * @return the operation
     */
    public static AssociateElasticIp of(ElasticIpId elasticIp, EniId eni) {
        return ImmutableAssociateElasticIp.builder()
                .elasticIp(elasticIp)
                .eni(eni)
                .build();
    }

    /**
     * Associates an Elastic IP with the primary private IPv4 address of an interface.
     *
     * @param elasticIp the id of the Elastic IP
     * @param eni the id of the interface
     * @return the operation
     */
    public static AssociateElasticIp of(String elasticIp, String eni) {
        return of(ElasticIpId.of(requireNonNull(elasticIp, "elasticIp")), EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the Elastic IP} */
    public abstract ElasticIpId elasticIp();

    /** {@return the network interface} */
    public abstract EniId eni();

    /** {@return the private IPv4 address that it is to stand for, the primary one unless set} */
    public abstract Optional<IpAddress> privateIpAddress();

    /**
     * Returns a copy for another address of the interface.
     *
     * @param privateIpAddress one of its private IPv4 addresses, or one inside of its prefixes
     * @return the operation
     */
    public abstract AssociateElasticIp withPrivateIpAddress(IpAddress privateIpAddress);

    /**
     * Returns a copy for another address of the interface.
     *
     * @param address such as {@code 10.0.0.20}
     * @return the operation
     */
    public AssociateElasticIp withPrivateIpAddress(String address) {
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
    public abstract AssociateElasticIp withAllowReassociation(boolean allowReassociation);

    Optional<ElasticIpAssociation> target(NetworkPlan plan) {
        return plan.eni(eni())
                .flatMap(eni -> privateIpAddress()
                        .or(eni::privateIpAddress)
                        .map(address -> new ElasticIpAssociation(eni(), address))
                        .or(() -> eni.awaitsPrimary()
                                ? Optional.of(ElasticIpAssociation.ofPrimary(eni()))
                                : Optional.empty()));
    }

    @Override
    public String action() {
        return "AssociateAddress";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).changes(eni()).names(eni(), elasticIp());
    }

    @Override
    void apply(Editor editor) {
        ElasticIp before = editor.plan().elasticIp(elasticIp()).orElseThrow();
        ElasticIpAssociation target = target(editor.plan()).orElseThrow();
        if (before.association().equals(Optional.of(target))) {
            return;
        }
        if (before.association().isPresent()) {
            editor.disassociate(before);
        }
        editor.plan().elasticIpOf(target).ifPresent(editor::disassociate);
        editor.associate(before, target);
        if (target.awaitsPrimary() || editor.eni(eni()).privateIpAddress().equals(target.privateIpAddress())) {
            editor.releasePublicIpv4(editor.eni(eni()));
        }
        before.association().map(ElasticIpAssociation::eniId).ifPresent(editor::renewPublicIpv4);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "AssociateElasticIp",
                "elasticIp",
                elasticIp(),
                "eni",
                eni(),
                "privateIpAddress",
                privateIpAddress(),
                "allowReassociation",
                allowReassociation());
    }
}
