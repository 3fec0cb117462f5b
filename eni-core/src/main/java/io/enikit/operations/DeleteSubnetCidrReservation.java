package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import org.immutables.value.Value;

/** Deletes a CIDR reservation of a subnet; addresses of it that are in use stay in use. */
@Value.Immutable
public abstract class DeleteSubnetCidrReservation extends Operation {
    DeleteSubnetCidrReservation() {}

    /**
     * Deletes a CIDR reservation.
     *
     * @param subnet the subnet
     * @param block the block
     * @return the operation
     */
    public static DeleteSubnetCidrReservation of(SubnetId subnet, Cidr block) {
        return ImmutableDeleteSubnetCidrReservation.builder()
                .subnet(subnet)
                .block(block)
                .build();
    }

    /**
     * Deletes a CIDR reservation.
     *
     * @param subnet the id of the subnet
     * @param block the block
     * @return the operation
     */
    public static DeleteSubnetCidrReservation of(String subnet, String block) {
        return of(SubnetId.of(requireNonNull(subnet, "subnet")), Cidr.parseContaining(requireNonNull(block, "block")));
    }

    /** {@return the subnet} */
    public abstract SubnetId subnet();

    /** {@return the block} */
    public abstract Cidr block();

    @Override
    public String action() {
        return "DeleteSubnetCidrReservation";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(subnet());
    }

    @Override
    void apply(Editor editor) {
        Subnet subnet = editor.plan().subnet(subnet()).orElseThrow();

        editor.put(subnet.toBuilder()
                .cidrReservations(subnet.cidrReservations().stream()
                        .filter(each -> !each.cidr().equals(block()))
                        .toList())
                .build());
        editor.report(Outcome.Kind.MODIFIED, subnet(), "no longer reserved " + block());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DeleteSubnetCidrReservation", "subnet", subnet(), "block", block());
    }
}
