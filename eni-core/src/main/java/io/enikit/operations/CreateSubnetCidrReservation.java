package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import org.immutables.value.Value;

/** Reserves a part of a subnet's block, for prefixes or for addresses that are named. */
@Value.Immutable
public abstract class CreateSubnetCidrReservation extends Operation {
    CreateSubnetCidrReservation() {}

    /**
     * Reserves a part of a subnet's block.
     *
     * @param subnet the subnet
     * @param reservation what to reserve, and for what
     * @return the operation
     */
    public static CreateSubnetCidrReservation of(SubnetId subnet, CidrReservation reservation) {
        return ImmutableCreateSubnetCidrReservation.builder()
                .subnet(subnet)
                .reservation(reservation)
                .build();
    }

    /**
     * Reserves a part of a subnet's block.
     *
     * @param subnet the id of the subnet
     * @param cidr the part, such as {@code 10.0.0.128/28}; host bits are cleared
     * @param type for what
     * @return the operation
     */
    public static CreateSubnetCidrReservation of(String subnet, String cidr, CidrReservation.Type type) {
        return of(
                SubnetId.of(requireNonNull(subnet, "subnet")),
                new CidrReservation(Cidr.parseContaining(requireNonNull(cidr, "cidr")), requireNonNull(type, "type")));
    }

    /** {@return the subnet} */
    public abstract SubnetId subnet();

    /** {@return what to reserve, and for what} */
    public abstract CidrReservation reservation();

    @Override
    public String action() {
        return "CreateSubnetCidrReservation";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(subnet());
    }

    @Override
    void apply(Editor editor) {
        Subnet subnet = editor.plan().subnet(subnet()).orElseThrow();
        editor.put(subnet.toBuilder().addCidrReservation(reservation()).build());
        editor.report(Outcome.Kind.MODIFIED, subnet(), "reserved " + reservation());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("CreateSubnetCidrReservation", "subnet", subnet(), "reservation", reservation());
    }
}
