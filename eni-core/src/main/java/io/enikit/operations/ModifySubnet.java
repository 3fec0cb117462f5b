package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Changes one attribute of a subnet. Its blocks are no attributes: the IPv4 block stays for life.
 *
 * <p>Set one and only one: {@code ModifySubnet.of("a").withMapPublicIpOnLaunch(true)}. Interfaces that are there keep
 * what they have.
 */
@Value.Immutable
public abstract class ModifySubnet extends Operation {
    ModifySubnet() {}

    /**
     * Makes the operation, with nothing to change yet.
     *
     * @param subnet the subnet
     * @return the operation
     */
    public static ModifySubnet of(SubnetId subnet) {
        return ImmutableModifySubnet.builder().subnet(subnet).build();
    }

    /**
     * Makes the operation, with nothing to change yet.
     *
     * @param subnet the id of the subnet
     * @return the operation
     */
    public static ModifySubnet of(String subnet) {
        return of(SubnetId.of(requireNonNull(subnet, "subnet")));
    }

    /** {@return the subnet} */
    public abstract SubnetId subnet();

    /** {@return whether a new interface's setting for a public IPv4 is on} */
    public abstract Optional<Boolean> mapPublicIpOnLaunch();

    /**
     * Returns a copy for the public IPv4 addresses of new interfaces.
     *
     * @param mapPublicIpOnLaunch whether a new interface's setting for a public IPv4 is on
     * @return the operation
     */
    public abstract ModifySubnet withMapPublicIpOnLaunch(boolean mapPublicIpOnLaunch);

    /** {@return whether a new interface gets an IPv6 address} */
    public abstract Optional<Boolean> assignIpv6AddressOnCreation();

    /**
     * Returns a copy for the IPv6 addresses of new interfaces.
     *
     * @param assignIpv6AddressOnCreation whether a new interface gets an IPv6 address
     * @return the operation
     */
    public abstract ModifySubnet withAssignIpv6AddressOnCreation(boolean assignIpv6AddressOnCreation);

    List<String> attributes() {
        ImmutableList.Builder<String> set = ImmutableList.builder();
        mapPublicIpOnLaunch().ifPresent(value -> set.add("mapPublicIpOnLaunch=" + value));
        assignIpv6AddressOnCreation().ifPresent(value -> set.add("assignIpv6AddressOnCreation=" + value));
        return set.build();
    }

    @Override
    public String action() {
        return "ModifySubnetAttribute";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(subnet()).modifies(attributes());
    }

    @Override
    void apply(Editor editor) {

        Subnet.Builder changed = editor.plan().subnet(subnet()).orElseThrow().toBuilder();
        mapPublicIpOnLaunch().ifPresent(changed::mapPublicIpOnLaunch);
        assignIpv6AddressOnCreation().ifPresent(changed::assignIpv6AddressOnCreation);
        editor.put(changed.build());
        editor.report(Outcome.Kind.MODIFIED, subnet(), String.join(", ", attributes()));
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "ModifySubnet",
                "subnet",
                subnet(),
                "mapPublicIpOnLaunch",
                mapPublicIpOnLaunch(),
                "assignIpv6AddressOnCreation",
                assignIpv6AddressOnCreation());
    }
}
