package io.enikit.testkit;

import static io.enikit.testkit.TargetPicker.NOBODY;

import com.google.common.collect.ImmutableList;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.VpcId;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachAttachment;
import io.enikit.operations.DetachEni;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ModifyInstance;
import io.enikit.operations.ModifySubnet;
import io.enikit.operations.Operation;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TagResource;
import io.enikit.operations.UnassignIpv6Addresses;
import io.enikit.operations.UnassignPrivateIpAddresses;
import io.enikit.operations.UntagResource;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes calls with wrong ids and wrong arguments, most of them about what is {@link OddParts odd}. */
final class WrongCalls {
    private static final ImmutableList<Function<TargetPicker, Operation>> ALL = Stream.of(
                    interfaces(), attachments(), addresses(), attributes(), WrongLaunches.all(), WrongNetworks.all())
            .flatMap(ImmutableList::stream)
            .collect(ImmutableList.toImmutableList());

    private WrongCalls() {}

    static Operation call(TargetPicker picks) {
        return picks.choice().of(ALL).apply(picks);
    }

    static CreateEni create(TargetPicker picks) {
        return CreateEni.of(picks.choice().percent(80) ? "wrong" : picks.eni(), picks.subnet());
    }

    private static ImmutableList<Function<TargetPicker, Operation>> interfaces() {
        return ImmutableList.of(
                picks -> create(picks).withIpv6AddressCount(1).plusIpv6Address("2001:db8:2::99"),
                picks -> create(picks)
                        .withSecondaryPrivateIpAddressCount(picks.choice().between(-1, 1))
                        .plusSecondaryPrivateIpAddress("10.250.0.99"),
                picks -> create(picks)
                        .withPrivateIpAddress("10.250.0.98")
                        .plusPrivateIpAddress(new EniAddress(IpAddress.parse("10.250.0.99"), true)),
                picks -> create(picks).withEnablePrimaryIpv6(true),
                picks -> create(picks).plusIpv6Address("10.250.0.99"),
                picks -> create(picks).withPrivateIpAddress("10.250.0.0"),
                picks -> create(picks).withInterfaceType(InterfaceType.of("nat_gateway")),
                picks -> create(picks).withInterfaceType(InterfaceType.EFA_ONLY).withPrivateIpAddress("10.250.0.98"),
                picks -> create(picks).withSecurityGroups(NOBODY).withDescription("why?"),
                picks -> CreateEni.of("odd/new", "odd/a")
                        .withPrivateIpAddress(
                                picks.freeAddress("odd/b", picks.choice().of(IpFamily.values()))),
                picks -> DeleteEni.of(picks.one(
                        picks.plan().enis(), eni -> eni.trunkAssociation().isPresent())),
                picks -> DeleteEni.of(picks.choice().of("eni-123", "eni-0123abcd", "odd/nat", "odd/run/eth0")));
    }

    private static ImmutableList<Function<TargetPicker, Operation>> attachments() {
        return ImmutableList.of(
                picks -> AttachEni.of(
                        odd(picks), oddInstance(picks), picks.choice().between(-1, 3)),
                picks -> AttachEni.of(odd(picks), oddInstance(picks), 1)
                        .withNetworkCardIndex(picks.choice().between(-1, 2)),
                picks -> AttachEni.of(
                        picks.eni(), picks.instance(), picks.choice().between(0, 9)),
                picks -> DetachEni.of(odd(picks)),
                picks -> DetachAttachment.of(
                        picks.choice().of("eni-0123", "attach-1", "ela-attach-1", "ela-attach-9", "eni-attach-none")),
                picks -> AssociateTrunkInterface.of(odd(picks), odd(picks))
                        .withVlanId(1)
                        .withGreKey(1),
                picks -> AssociateTrunkInterface.of(picks.spare(), odd(picks))
                        .withVlanId(picks.choice().between(0, 5000)));
    }

    private static ImmutableList<Function<TargetPicker, Operation>> addresses() {
        return ImmutableList.of(
                picks -> AssignPrivateIpAddresses.of(odd(picks))
                        .plusPrivateIpAddress(picks.choice()
                                .of("10.250.0.20", "10.250.0.21", "2001:db8:2::9", "10.250.0.3", "10.250.0.50"))
                        .withAllowReassignment(picks.choice().percent(50)),
                picks -> AssignPrivateIpAddresses.of(odd(picks))
                        .withSecondaryPrivateIpAddressCount(picks.choice().of(0, 2, 60, 300, 65_537)),
                picks -> AssignPrivateIpAddresses.of(odd(picks))
                        .withIpv4PrefixCount(picks.choice().of(1, 20, -1)),
                picks -> AssignPrivateIpAddresses.of(odd(picks))
                        .withIpv4PrefixCount(1)
                        .plusIpv4Prefix("10.250.0.96/28"),
                picks -> AssignIpv6Addresses.of(odd(picks)).plusIpv6Prefix("10.250.0.96/28"),
                picks -> AssignIpv6Addresses.of(odd(picks))
                        .plusIpv6Address("2001:db8:2::" + picks.choice().between(0, 30)),
                picks -> UnassignPrivateIpAddresses.of(odd(picks)),
                picks -> UnassignIpv6Addresses.of(odd(picks)),
                picks -> UnassignPrivateIpAddresses.of(odd(picks))
                        .plusPrivateIpAddress(
                                picks.choice().of("10.250.0.20", "10.250.0.22", "2001:db8:2::20", "10.250.0.3")),
                picks -> UnassignIpv6Addresses.of(odd(picks)).plusIpv6Address("2001:db8:2::20"),
                picks -> AssociateElasticIp.of("odd/ip", odd(picks)),
                picks -> AssociateElasticIp.of("odd/used", odd(picks)).withPrivateIpAddress("10.250.0.21"),
                picks ->
                        AssociateElasticIpWithInstance.of(picks.choice().of("odd/ip", "odd/used"), oddInstance(picks)));
    }

    private static ImmutableList<Function<TargetPicker, Operation>> attributes() {
        return ImmutableList.of(
                picks -> ModifyEni.of(odd(picks)),
                picks -> ModifyEni.of(odd(picks)).withDescription("both").withSourceDestCheck(true),
                picks -> ModifyEni.of(odd(picks))
                        .withEnablePrimaryIpv6(picks.choice().percent(50)),
                picks -> ModifyEni.of(odd(picks)).withDeleteOnTermination(true),
                picks -> ModifyEni.of(picks.eni())
                        .withDeleteOnTermination(true)
                        .withAttachmentId(picks.choice().of("eni-attach-none", "ela-attach-1")),
                picks -> ModifyEni.of(odd(picks))
                        .withAssociatePublicIpAddress(picks.choice().percent(50)),
                picks -> ModifyEni.of(odd(picks)).withSecurityGroups("g1", "g2", "g3", "g4", "g5", picks.group()),
                picks -> ModifyInstance.of(oddInstance(picks)),
                picks -> ModifyInstance.of(oddInstance(picks)).withSourceDestCheck(true),
                picks -> ModifySubnet.of(picks.subnet()),
                picks -> StopInstance.of(oddInstance(picks)),
                picks -> TagResource.of(VpcId.of(NOBODY), "Name", "nobody's"),
                picks -> TagResource.of(
                        EniId.of(odd(picks)),
                        "k".repeat(picks.choice().of(128, 129)),
                        "v".repeat(picks.choice().of(256, 257))),
                picks -> UntagResource.of(EniId.of(NOBODY), picks.key()));
    }

    static String odd(TargetPicker picks) {
        return picks.choice().of(OddParts.ENIS);
    }

    private static String oddInstance(TargetPicker picks) {
        return picks.choice().of("odd/run", "odd/halt", "odd/born", NOBODY);
    }
}
