package io.enikit.testkit;

import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.IpFamily;
import io.enikit.operations.CreateEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyInstance;
import io.enikit.operations.Operation;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TerminateInstance;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes operations on instances. */
final class InstanceOperations {
    private final TargetPicker targets;
    private final NetworkPlan plan;
    private final Choice choice;

    private InstanceOperations(TargetPicker targets) {
        this.targets = targets;
        this.plan = targets.plan();
        this.choice = targets.choice();
    }

    static void addTo(Map<Class<? extends Operation>, Function<TargetPicker, Operation>> all) {
        all.put(LaunchInstance.class, targets -> new InstanceOperations(targets).launch());
        all.put(ModifyInstance.class, targets -> new InstanceOperations(targets).modify());
        all.put(StartInstance.class, targets -> StartInstance.of(instance(targets, InstanceState.STOPPED)));
        all.put(StopInstance.class, targets -> StopInstance.of(instance(targets, InstanceState.RUNNING)));
        all.put(TerminateInstance.class, targets -> TerminateInstance.of(targets.instance()));
    }

    private static String instance(TargetPicker targets, InstanceState state) {
        return targets.one(targets.plan().instances(), instance -> instance.state() == state);
    }

    private Operation launch() {
        String name = targets.newName();
        LaunchInstance launch = LaunchInstance.of(name, choice.of("t3.micro", "m5.large", "t2.micro"));
        return switch (choice.between(0, 4)) {
            case 0 -> launch.plusInterface(LaunchInterface.existing(0, targets.spare()));
            case 1 -> launch.plusInterface(LaunchInterface.creating(0, EniOperations.create(targets, name + "/eth0")));
            case 2 -> withTwoInterfaces(launch, name);
            default -> withSubnet(launch);
        };
    }

    private Operation withSubnet(LaunchInstance launch) {
        String subnet = targets.subnetWith(IpFamily.IPV4);
        LaunchInstance placed = launch.withSubnetId(subnet).withSecurityGroups(targets.groupsOf(subnet));
        return choice.percent(15) ? placed.withCount(choice.between(1, 2)) : placed;
    }

    /** The second interface is in another subnet of the same zone, as a rule. */
    private Operation withTwoInterfaces(LaunchInstance launch, String name) {
        String subnet = targets.subnetWith(IpFamily.IPV4);
        Optional<String> zone = plan.subnet(subnet).map(Subnet::availabilityZone);
        String other = targets.one(
                plan.subnets(),
                each -> Optional.of(each.availabilityZone()).equals(zone)
                        && !each.id().toString().equals(subnet));
        return launch.plusInterface(LaunchInterface.creating(0, create(name + "/eth0", subnet)))
                .plusInterface(LaunchInterface.creating(1, create(name + "/eth1", other)));
    }

    private CreateEni create(String name, String subnet) {
        return CreateEni.of(name, subnet).withSecurityGroups(targets.groupsOf(subnet));
    }

    private Operation modify() {
        String id = targets.one(plan.instances(), this::hasOneInterface);
        ModifyInstance modify = ModifyInstance.of(id);
        return choice.percent(50)
                ? modify.withSourceDestCheck(choice.percent(50))
                : modify.withSecurityGroups(targets.groupsOf(plan.enisOf(id).stream()
                        .findFirst()
                        .map(eni -> eni.subnetId().toString())
                        .orElse(TargetPicker.NOBODY)));
    }

    private boolean hasOneInterface(Instance instance) {
        return plan.enisOf(instance.id()).size() == 1;
    }
}
