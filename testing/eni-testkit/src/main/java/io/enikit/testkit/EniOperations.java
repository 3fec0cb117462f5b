package io.enikit.testkit;

import static io.enikit.testkit.Picks.NOBODY;

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
    private final Picks picks;
    private final NetworkPlan plan;
    private final Choice choice;

    private EniOperations(Picks picks) {
        this.picks = picks;
        this.plan = picks.plan();
        this.choice = picks.choice();
    }

    static void addTo(Map<Class<? extends Operation>, Function<Picks, Operation>> all) {
        all.put(AttachEni.class, picks -> new EniOperations(picks).attach());
        all.put(CreateEni.class, picks -> create(picks, picks.newName()));
        all.put(DeleteEni.class, picks -> DeleteEni.of(picks.spare()));
        all.put(DetachAttachment.class, picks -> DetachAttachment.of(new EniOperations(picks).attachment()));
        all.put(DetachEni.class, picks -> DetachEni.of(new EniOperations(picks).secondary()));
        all.put(ModifyEni.class, picks -> new EniOperations(picks).modify());
        all.put(ResetEni.class, picks -> ResetEni.of(picks.eni()));
        all.put(AssociateTrunkInterface.class, picks -> new EniOperations(picks).associateTrunk());
        all.put(
                DisassociateTrunkInterface.class,
                picks -> DisassociateTrunkInterface.of(picks.one(
                        picks.plan().enis(), eni -> eni.trunkAssociation().isPresent())));
    }

    /** An interface that is attached, and not as the primary one, as a rule. */
    private String secondary() {
        return picks.one(
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
        String eni = picks.spare();
        Optional<String> zone = plan.eni(eni).flatMap(picks::zoneOf);
        String instance = picks.one(
                plan.instances(), each -> plan.availabilityZoneOf(each.id()).equals(zone) && hasRoom(each));
        int next = plan.enisOf(instance).stream()
                .flatMap(each -> each.attachment().stream())
                .mapToInt(Attachment::deviceIndex)
                .reduce(0, Math::max);
        return AttachEni.of(eni, instance, picks.sensible() ? next + 1 : next);
    }

    private boolean hasRoom(Instance instance) {
        return InstanceUsage.of(plan, instance.id(), InstanceTypes.bundled())
                .filter(usage -> usage.interfacesLeft() > 0)
                .isPresent();
    }

    /** Makes a request for an interface that asks for a few things and leaves the rest to EC2. */
    static CreateEni create(Picks picks, String name) {
        Choice choice = picks.choice();
        IpFamily family = choice.percent(30) ? IpFamily.IPV6 : IpFamily.IPV4;
        String subnet = picks.subnetWith(family);
        CreateEni create = CreateEni.of(name, subnet);
        if (choice.percent(90)) {
            create = create.withSecurityGroups(picks.groupsOf(subnet));
        }
        if (choice.percent(30)) {
            create = create.withInterfaceType(
                    choice.percent(60) ? InterfaceType.TRUNK : choice.of(InterfaceType.EFA, InterfaceType.EFA_ONLY));
        }
        if (choice.percent(10)) {
            create = create.withConnectionTracking(tracking(picks)).withTags(Map.of(picks.key(), name));
        }
        return family == IpFamily.IPV4 ? withIpv4(create, subnet, picks) : withIpv6(create, subnet, picks);
    }

    private static CreateEni withIpv4(CreateEni create, String subnet, Picks picks) {
        return switch (picks.choice().between(0, 7)) {
            case 0 -> create.withSecondaryPrivateIpAddressCount(picks.choice().between(0, 4));
            case 1 -> create.withIpv4PrefixCount(picks.choice().between(1, 2));
            case 2 -> create.withIpv4Prefix(picks.freePrefix(subnet, IpFamily.IPV4));
            case 3 -> create.withPrivateIpAddress(picks.freeAddress(subnet, IpFamily.IPV4));
            case 4 ->
                create.withSecondaryPrivateIpAddress(picks.freeAddress(subnet, IpFamily.IPV4))
                        .withSecondaryPrivateIpAddress(picks.freeAddress(subnet, IpFamily.IPV4));
            default -> create;
        };
    }

    private static CreateEni withIpv6(CreateEni create, String subnet, Picks picks) {
        return switch (picks.choice().between(0, 4)) {
            case 0 -> create.withIpv6AddressCount(picks.choice().between(0, 2));
            case 1 -> create.withIpv6AddressCount(1).withEnablePrimaryIpv6(true);
            case 2 -> create.withIpv6PrefixCount(1);
            case 3 -> create.withIpv6Prefix(picks.freePrefix(subnet, IpFamily.IPV6));
            default -> create.withIpv6Address(picks.freeAddress(subnet, IpFamily.IPV6));
        };
    }

    private static ConnectionTracking tracking(Picks picks) {
        return ConnectionTracking.defaults()
                .withTcpEstablishedTimeout(picks.sensible() ? picks.choice().between(60, 432_000) : 59)
                .withUdpTimeout(picks.choice().between(30, 60));
    }

    private Operation modify() {
        String id = picks.eni();
        ModifyEni modify = ModifyEni.of(id);
        return switch (choice.between(0, 6)) {
            case 0 -> modify.withDescription(picks.sensible() ? "made up" : "why?");
            case 1 -> modify.withSourceDestCheck(choice.percent(50));
            case 2 -> modify.withAssociatePublicIpAddress(choice.percent(70));
            case 3 -> modify.withConnectionTracking(tracking(picks));
            case 4 ->
                ModifyEni.of(picks.one(plan.enis(), eni -> !eni.ipv6Addresses().isEmpty()))
                        .withEnablePrimaryIpv6(picks.sensible());
            case 5 -> modifyAttachment(secondary());
            default ->
                modify.withSecurityGroups(picks.groupsOf(
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
                picks.one(plan.enis(), eni -> isTrunk(eni) && branchFor(eni).isPresent());
        String branch = plan.eni(trunk)
                .flatMap(this::branchFor)
                .filter(each -> picks.sensible())
                .map(each -> each.id().toString())
                .orElseGet(picks::eni);
        AssociateTrunkInterface associate = AssociateTrunkInterface.of(branch, trunk);
        if (!picks.sensible()) {
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
                .filter(Picks::isSpare)
                .filter(eni -> eni.interfaceType().equals(InterfaceType.INTERFACE))
                .filter(eni -> picks.zoneOf(eni).equals(picks.zoneOf(trunk)))
                .findFirst();
    }
}
