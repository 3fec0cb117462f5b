package io.enikit.testkit;

import static io.enikit.testkit.TargetPicker.NOBODY;

import io.enikit.limits.InstanceTypes;
import io.enikit.limits.InstanceUsage;
import io.enikit.model.Attachment;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachAttachment;
import io.enikit.operations.DetachEni;
import io.enikit.operations.DisassociateTrunkInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.Operation;
import io.enikit.operations.ResetEni;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes operations on interfaces: what they are, and where they are attached. */
final class EniOperations {
    private final TargetPicker targets;
    private final NetworkPlan plan;
    private final Choice choice;

    private EniOperations(TargetPicker targets) {
        this.targets = targets;
        this.plan = targets.plan();
        this.choice = targets.choice();
    }

    static void addTo(Map<Class<? extends Operation>, Function<TargetPicker, Operation>> all) {
        all.put(AttachEni.class, targets -> new EniOperations(targets).attach());
        all.put(CreateEni.class, targets -> create(targets, targets.newName()));
        all.put(DeleteEni.class, targets -> DeleteEni.of(targets.spare()));
        all.put(DetachAttachment.class, targets -> DetachAttachment.of(new EniOperations(targets).attachment()));
        all.put(DetachEni.class, targets -> DetachEni.of(new EniOperations(targets).secondary()));
        all.put(ModifyEni.class, targets -> new EniOperations(targets).modify());
        all.put(ResetEni.class, targets -> ResetEni.of(targets.eni()));
        all.put(AssociateTrunkInterface.class, targets -> new EniOperations(targets).associateTrunk());
        all.put(
                DisassociateTrunkInterface.class,
                targets -> DisassociateTrunkInterface.of(targets.one(
                        targets.plan().enis(), eni -> eni.trunkAssociation().isPresent())));
    }

    /** An interface that is attached, and not as the primary one, as a rule. */
    private String secondary() {
        return targets.one(
                plan.enis(),
                eni -> eni.attachment().filter(place -> !place.isPrimary()).isPresent());
    }

    private String attachment() {
        return plan.eni(secondary())
                .flatMap(Eni::attachment)
                .flatMap(Attachment::attachmentId)
                .orElse("eni-attach-0");
    }

    /** The instance is one that has room, in the zone of the interface, and the index the next one, as a rule. */
    private Operation attach() {
        String eni = targets.spare();
        Optional<String> zone = plan.eni(eni).flatMap(targets::zoneOf);
        String instance = targets.one(
                plan.instances(), each -> plan.availabilityZoneOf(each.id()).equals(zone) && hasRoom(each));
        int next = plan.enisOf(instance).stream()
                .flatMap(each -> each.attachment().stream())
                .mapToInt(Attachment::deviceIndex)
                .reduce(0, Math::max);
        return AttachEni.of(eni, instance, targets.sensible() ? next + 1 : next);
    }

    private boolean hasRoom(Instance instance) {
        return InstanceUsage.of(plan, instance.id(), InstanceTypes.bundled())
                .filter(usage -> usage.interfacesLeft() > 0)
                .isPresent();
    }

    /** Makes a request for an interface that asks for a few things and leaves the rest to EC2. */
    static CreateEni create(TargetPicker targets, String name) {
        Choice choice = targets.choice();
        IpFamily family = choice.percent(30) ? IpFamily.IPV6 : IpFamily.IPV4;
        String subnet = targets.subnetWith(family);
        CreateEni create = CreateEni.of(name, subnet);
        if (choice.percent(90)) {
            create = create.withSecurityGroups(targets.groupsOf(subnet));
        }
        if (choice.percent(30)) {
            create = create.withInterfaceType(
                    choice.percent(60) ? InterfaceType.TRUNK : choice.of(InterfaceType.EFA, InterfaceType.EFA_ONLY));
        }
        if (choice.percent(10)) {
            create = create.withConnectionTracking(tracking(targets)).withTags(Map.of(targets.key(), name));
        }
        return family == IpFamily.IPV4 ? withIpv4(create, subnet, targets) : withIpv6(create, subnet, targets);
    }

    private static CreateEni withIpv4(CreateEni create, String subnet, TargetPicker targets) {
        return switch (targets.choice().between(0, 7)) {
            case 0 -> create.withSecondaryPrivateIpAddressCount(targets.choice().between(0, 4));
            case 1 -> create.withIpv4PrefixCount(targets.choice().between(1, 2));
            case 2 -> create.plusIpv4Prefix(targets.freePrefix(subnet, IpFamily.IPV4));
            case 3 -> create.withPrivateIpAddress(targets.freeAddress(subnet, IpFamily.IPV4));
            case 4 ->
                create.plusSecondaryPrivateIpAddress(targets.freeAddress(subnet, IpFamily.IPV4))
                        .plusSecondaryPrivateIpAddress(targets.freeAddress(subnet, IpFamily.IPV4));
            default -> create;
        };
    }

    private static CreateEni withIpv6(CreateEni create, String subnet, TargetPicker targets) {
        return switch (targets.choice().between(0, 4)) {
            case 0 -> create.withIpv6AddressCount(targets.choice().between(0, 2));
            case 1 -> create.withIpv6AddressCount(1).withEnablePrimaryIpv6(true);
            case 2 -> create.withIpv6PrefixCount(1);
            case 3 -> create.plusIpv6Prefix(targets.freePrefix(subnet, IpFamily.IPV6));
            default -> create.plusIpv6Address(targets.freeAddress(subnet, IpFamily.IPV6));
        };
    }

    private static ConnectionTracking tracking(TargetPicker targets) {
        return ConnectionTracking.defaults()
                .withTcpEstablishedTimeout(targets.sensible() ? targets.choice().between(60, 432_000) : 59)
                .withUdpTimeout(targets.choice().between(30, 60));
    }

    private Operation modify() {
        String id = targets.eni();
        ModifyEni modify = ModifyEni.of(id);
        return switch (choice.between(0, 6)) {
            case 0 -> modify.withDescription(targets.sensible() ? "made up" : "why?");
            case 1 -> modify.withSourceDestCheck(choice.percent(50));
            case 2 -> modify.withAssociatePublicIpAddress(choice.percent(70));
            case 3 -> modify.withConnectionTracking(tracking(targets));
            case 4 ->
                ModifyEni.of(targets.one(
                                plan.enis(), eni -> !eni.ipv6Addresses().isEmpty()))
                        .withEnablePrimaryIpv6(targets.sensible());
            case 5 -> modifyAttachment(secondary());
            default ->
                modify.withSecurityGroups(targets.groupsOf(
                        plan.eni(id).map(each -> each.subnetId().toString()).orElse(NOBODY)));
        };
    }

    private Operation modifyAttachment(String id) {
        ModifyEni modify = ModifyEni.of(id).withDeleteOnTermination(choice.percent(50));
        return plan.eni(id)
                .flatMap(Eni::attachment)
                .flatMap(Attachment::attachmentId)
                .map(modify::withAttachmentId)
                .orElse(modify);
    }

    /** A trunk, a spare interface in its zone, and a mark that no branch has, as a rule. */
    private Operation associateTrunk() {
        String trunk =
                targets.one(plan.enis(), eni -> isTrunk(eni) && branchFor(eni).isPresent());
        String branch = plan.eni(trunk)
                .flatMap(this::branchFor)
                .filter(each -> targets.sensible())
                .map(each -> each.id().toString())
                .orElseGet(targets::eni);
        AssociateTrunkInterface associate = AssociateTrunkInterface.of(branch, trunk);
        if (!targets.sensible()) {
            return choice.percent(50) ? associate : associate.withVlanId(0);
        }
        int key = choice.between(1, 120);
        return choice.percent(80) ? associate.withVlanId(key) : associate.withGreKey(key);
    }

    private static boolean isTrunk(Eni eni) {
        return eni.interfaceType().equals(InterfaceType.TRUNK);
    }

    private Optional<Eni> branchFor(Eni trunk) {
        return plan.enis().stream()
                .filter(TargetPicker::isSpare)
                .filter(eni -> eni.interfaceType().equals(InterfaceType.INTERFACE))
                .filter(eni -> targets.zoneOf(eni).equals(targets.zoneOf(trunk)))
                .findFirst();
    }
}
