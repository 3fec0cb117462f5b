package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.IpFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Reserves a part of a subnet's block, so that EC2 does not pick addresses of it on its own. */
@Value.Immutable
public abstract class CreateSubnetCidrReservation extends Operation {
    CreateSubnetCidrReservation() {}

    /**
     * Reserves a part of a subnet.
     *
     * @param subnet the subnet
     * @param reservation the block, and what it is kept for
     * @return the operation
     */
    public static CreateSubnetCidrReservation of(SubnetId subnet, CidrReservation reservation) {
        return of(
                subnet.toString(),
                reservation.cidr().toString(),
                reservation.type().toString());
    }

    /**
     * Reserves a part of a subnet.
     *
     * @param subnet the id of the subnet
     * @param cidr the block, such as {@code 10.0.0.16/28}; host bits are cleared
     * @param type {@code prefix} or {@code explicit}
     * @return the operation
     */
    public static CreateSubnetCidrReservation of(String subnet, String cidr, String type) {
        return ImmutableCreateSubnetCidrReservation.builder()
                .subnet(SubnetId.of(subnet))
                .cidr(cidr)
                .reservationType(type)
                .build();
    }

    /** {@return the subnet} */
    public abstract SubnetId subnet();

    /** {@return the block, as it was stated} */
    public abstract String cidr();

    /** {@return what the block is kept for, as it was stated} */
    public abstract String reservationType();

    /** Returns the type that the text names, or empty. */
    final Optional<CidrReservation.Type> type() {
        return Arrays.stream(CidrReservation.Type.values())
                .filter(type -> type.toString().equals(reservationType()))
                .findFirst();
    }

    List<BlockText> blocks() {
        IpFamily family = cidr().indexOf(':') < 0 ? IpFamily.IPV4 : IpFamily.IPV6;
        return ImmutableList.of(new BlockText("cidr", cidr(), family));
    }

    @Override
    public String action() {
        return "CreateSubnetCidrReservation";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(subnet()).blocks(blocks());
    }

    @Override
    void apply(Editor editor) {
        CidrReservation made = new CidrReservation(blocks().get(0).orElseThrow(), type().orElseThrow());
        Subnet subnet = editor.plan().subnet(subnet()).orElseThrow();
        editor.put(subnet.toBuilder().addCidrReservation(made).build());
        editor.report(Outcome.Kind.MODIFIED, subnet(), "reserved " + made);
    }
}
