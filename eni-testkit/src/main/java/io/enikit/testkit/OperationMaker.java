package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.InstanceUsage;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.Subnet;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DetachAttachment;
import io.enikit.operations.DetachEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ModifyInstance;
import io.enikit.operations.Operation;
import io.enikit.operations.ResetEni;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TagResource;
import io.enikit.operations.TerminateInstance;
import io.enikit.operations.UntagResource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes an operation that makes sense on a plan, or now and then one that does not. */
final class OperationMaker {
    /** One entry for each operation: how it is made. */
    private static final ImmutableMap<Class<? extends Operation>, Function<OperationMaker, Operation>> MAKERS =
            ImmutableMap.<Class<? extends Operation>, Function<OperationMaker, Operation>>builder()
                    .put(AttachEni.class, OperationMaker::attach)
                    .put(CreateEni.class, OperationMaker::create)
                    .put(CreateSecurityGroup.class, maker -> CreateSecurityGroup.of(maker.newName(), maker.vpc()))
                    .put(DeleteEni.class, maker -> DeleteEni.of(maker.spare()))
                    .put(DeleteSecurityGroup.class, maker -> DeleteSecurityGroup.of(maker.group()))
                    .put(DetachAttachment.class, maker -> DetachAttachment.of(maker.attachment()))
                    .put(DetachEni.class, maker -> DetachEni.of(maker.secondary()))
                    .put(LaunchInstance.class, OperationMaker::launch)
                    .put(ModifyEni.class, OperationMaker::modify)
                    .put(
                            ModifyInstance.class,
                            maker -> ModifyInstance.of(maker.instance()).withSourceDestCheck(maker.choice.percent(50)))
                    .put(ResetEni.class, maker -> ResetEni.of(maker.eni()))
                    .put(StartInstance.class, maker -> StartInstance.of(maker.instance()))
                    .put(StopInstance.class, maker -> StopInstance.of(maker.instance()))
                    .put(TagResource.class, maker -> TagResource.of(maker.resource(), maker.key(), "made up"))
                    .put(TerminateInstance.class, maker -> TerminateInstance.of(maker.instance()))
                    .put(UntagResource.class, maker -> UntagResource.of(maker.resource(), maker.key()))
                    .build();

    private static final String NOBODY = "nobody";

    private final NetworkPlan plan;
    private final Choice choice;

    OperationMaker(NetworkPlan plan, Choice choice) {
        this.plan = plan;
        this.choice = choice;
    }

    static ImmutableSet<Class<? extends Operation>> types() {
        return MAKERS.keySet();
    }

    Operation make(Class<? extends Operation> type) {
        return requireNonNull(MAKERS.get(type), type::toString).apply(this);
    }

    private boolean sensible() {
        return choice.percent(90);
    }

    private String any(Collection<? extends Resource> resources) {
        Optional<Resource> found = choice.any(resources);
        return found.filter(each -> choice.percent(95))
                .map(each -> each.resourceId().toString())
                .orElse(NOBODY);
    }

    private String eni() {
        return any(plan.enis());
    }

    private String instance() {
        return any(plan.instances());
    }

    private String vpc() {
        return any(plan.vpcs());
    }

    private String subnet() {
        return any(plan.subnets());
    }

    private String group() {
        return any(plan.securityGroups());
    }

    private ResourceId resource() {
        return choice.of(plan.resources().toList()).resourceId();
    }

    private String key() {
        return sensible() ? choice.of("Name", "Stage") : "aws:name";
    }

    private String newName() {
        return sensible() ? "new" + choice.between(1, 99) : eni();
    }

    /** An interface that is not attached, as a rule. */
    private String spare() {
        List<Eni> spares =
                plan.enis().stream().filter(eni -> eni.attachment().isEmpty()).toList();
        return sensible() && !spares.isEmpty() ? any(spares) : eni();
    }

    /** An interface that is attached, and not as the primary one, as a rule. */
    private String secondary() {
        List<Eni> secondaries = plan.enis().stream()
                .filter(eni -> eni.attachment().filter(at -> !at.isPrimary()).isPresent())
                .toList();
        return sensible() && !secondaries.isEmpty() ? any(secondaries) : eni();
    }

    private String attachment() {
        return plan.eni(secondary())
                .flatMap(Eni::attachment)
                .flatMap(Attachment::attachmentId)
                .orElse("eni-attach-0");
    }

    /** The instance is one that has room, in the zone of the interface, and the index the next one, as a rule. */
    private Operation attach() {
        String eni = spare();
        Optional<String> zone =
                plan.eni(eni).flatMap(each -> plan.subnet(each.subnetId())).map(Subnet::availabilityZone);
        List<Instance> fit = plan.instances().stream()
                .filter(each -> plan.availabilityZoneOf(each.id()).equals(zone) && hasRoom(each))
                .toList();
        String instance = sensible() && !fit.isEmpty() ? any(fit) : instance();
        int next = plan.enisOf(instance).stream()
                .flatMap(each -> each.attachment().stream())
                .mapToInt(Attachment::deviceIndex)
                .reduce(0, Math::max);
        return AttachEni.of(eni, instance, sensible() ? next + 1 : next);
    }

    private boolean hasRoom(Instance instance) {
        return InstanceUsage.of(plan, instance.id(), InstanceTypes.bundled())
                .filter(usage -> usage.interfacesLeft() > 0)
                .isPresent();
    }

    private Operation create() {
        CreateEni create = CreateEni.of(newName(), subnet());
        if (choice.percent(30)) {
            create = create.withSecondaryPrivateIpAddressCount(choice.between(0, 4));
        }
        return choice.percent(30)
                ? create.withSecurityGroups(groupsOf(create.subnetId().toString()))
                : create;
    }

    private String[] groupsOf(String subnet) {
        Optional<String> group = plan.subnet(subnet)
                .flatMap(each -> choice.any(plan.securityGroupsOf(each.vpcId())))
                .map(each -> each.id().toString());
        return new String[] {sensible() ? group.orElse(NOBODY) : group()};
    }

    private Operation launch() {
        String type = instanceType();
        String name = newName();
        if (choice.percent(25)) {
            return LaunchInstance.of(name, type).withInterface(LaunchInterface.existing(0, spare()));
        }
        String subnet = subnet();
        if (choice.percent(25)) {
            return LaunchInstance.of(name, type)
                    .withInterface(LaunchInterface.create(
                            0, CreateEni.of(name + "/eth0", subnet).withSecurityGroups(groupsOf(subnet))));
        }
        return LaunchInstance.of(name, type).withSubnetId(subnet).withSecurityGroups(groupsOf(subnet));
    }

    private String instanceType() {
        return choice.of("t3.micro", "m5.large", "t2.micro");
    }

    private Operation modify() {
        String eni = eni();
        ModifyEni modify = ModifyEni.of(eni);
        return switch (choice.between(0, 3)) {
            case 0 -> modify.withDescription(sensible() ? "made up" : "why?");
            case 1 -> modify.withSourceDestCheck(choice.percent(50));
            case 2 -> modify.withAssociatePublicIpAddress(choice.percent(50));
            default ->
                modify.withSecurityGroups(groupsOf(
                        plan.eni(eni).map(each -> each.subnetId().toString()).orElse(NOBODY)));
        };
    }
}
