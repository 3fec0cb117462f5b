package io.enikit.testkit;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Spreads a valid plan over two accounts, by sharing its VPCs or by giving each account its own, or over two Regions. */
final class AccountMaker {
    private static final String OWNER = "111122223333";
    private static final String OTHER = "444455556666";
    private static final String HERE = "eu-west-1";

    private final NetworkPlan plan;
    private final Choice choice;
    private final NetworkPlan.Builder changed;

    private AccountMaker(NetworkPlan plan, Choice choice) {
        this.plan = plan;
        this.choice = choice;
        this.changed = plan.toBuilder();
    }

    /**
     * Returns the plan, spread or as it is.
     *
     * @param anyZones whether the plan may get zones that it has not
     */
    static NetworkPlan spread(NetworkPlan plan, Choice choice, boolean anyZones) {
        boolean apart = plan.vpc("main2").isPresent()
                && plan.securityGroups().stream()
                        .allMatch(group -> group.associatedVpcIds().isEmpty());
        AccountMaker maker = new AccountMaker(plan, choice);
        int chance = choice.between(1, 100);
        if (apart && anyZones && chance <= 55) {
            return maker.inTwoRegions();
        }
        if (apart && chance <= 80) {
            return maker.ofTwoAccounts();
        }
        return chance > 92 ? maker.shared() : plan;
    }

    /** Moves the second VPC to another Region, some of it to a local zone. */
    private NetworkPlan inTwoRegions() {
        String there = choice.of("us-east-1", "us-west-2-lax-1", "us-east-1-wl1-bos-wlz-1");
        String region = there.startsWith("us-west-2") ? "us-west-2" : "us-east-1";
        plan.vpcs().stream()
                .filter(vpc -> plan.subnetsOf(vpc.id()).isEmpty() || choice.percent(30))
                .forEach(vpc -> changed.put(vpc.toBuilder()
                        .region(isSecond(vpc.id()) ? region : HERE)
                        .build()));
        renameZones(zone -> there + zone.substring(HERE.length()));
        NetworkPlan moved = changed.build();
        for (ElasticIp elasticIp : moved.elasticIps()) {
            String place = moved.regionOf(elasticIp).orElseGet(() -> choice.of(HERE, region));
            changed.put(elasticIp.toBuilder().region(place).build());
        }
        return changed.build();
    }

    /** Gives the second VPC to another account, which calls the zones by other names. */
    private NetworkPlan ofTwoAccounts() {
        List<String> zones = plan.subnets().stream()
                .map(Subnet::availabilityZone)
                .distinct()
                .sorted()
                .toList();
        plan.subnets().forEach(subnet -> changed.put(withZoneId(subnet)));
        renameZones(zone -> zones.get((zones.indexOf(zone) + 1) % zones.size()));
        NetworkPlan named = changed.build();
        named.resources()
                .forEach(resource -> changed.put(Owned.by(
                        resource.<Boolean>match(
                                        vpc -> isSecond(vpc.id()),
                                        subnet -> isSecond(subnet.vpcId()),
                                        group -> isSecond(group.vpcId()),
                                        this::isSecond,
                                        this::isSecond,
                                        this::isSecond)
                                ? OTHER
                                : OWNER,
                        resource)));
        return changed.build();
    }

    private static Subnet withZoneId(Subnet subnet) {
        int number = subnet.availabilityZone().charAt(HERE.length()) - 'a' + 1;
        return subnet.toBuilder().zoneId("euw1-az" + number).build();
    }

    /** Calls the zones of the second VPC by other names, at its instances too. */
    private void renameZones(UnaryOperator<String> rename) {
        NetworkPlan from = changed.build();
        for (Subnet subnet : from.subnetsOf(VpcId.of("main2"))) {
            changed.put(subnet.toBuilder()
                    .availabilityZone(rename.apply(subnet.availabilityZone()))
                    .build());
        }
        for (Instance instance : from.instances()) {
            if (isSecond(instance)) {
                changed.put(instance.toBuilder()
                        .availabilityZone(instance.availabilityZone().map(rename))
                        .build());
            }
        }
    }

    private static boolean isSecond(VpcId id) {
        return id.equals(VpcId.of("main2"));
    }

    private boolean isSecond(Eni eni) {
        return plan.vpcOf(eni).map(Vpc::id).filter(AccountMaker::isSecond).isPresent();
    }

    private boolean isSecond(Instance instance) {
        return plan.primaryEniOf(instance.id()).filter(this::isSecond).isPresent();
    }

    private boolean isSecond(ElasticIp elasticIp) {
        return elasticIp
                .association()
                .map(ElasticIpAssociation::eniId)
                .flatMap(plan::eni)
                .filter(this::isSecond)
                .isPresent();
    }

    /** Shares the subnets with another account, which has some instances and interfaces there, in a group of its own. */
    private NetworkPlan shared() {
        plan.resources().forEach(resource -> changed.put(Owned.by(OWNER, resource)));
        Set<InstanceId> theirs = new TreeSet<>();
        plan.instances().stream()
                .map(Instance::id)
                .filter(id -> choice.percent(50))
                .forEach(theirs::add);
        theirs.forEach(id -> changed.put(Owned.by(OTHER, plan.instance(id).orElseThrow())));
        for (Eni eni : plan.enis()) {
            boolean taken = instanceOf(eni).map(theirs::contains).orElseGet(() -> choice.percent(50));
            if (taken) {
                give(eni);
            }
        }
        return changed.build();
    }

    /** Returns the instance that an interface or its trunk is attached to. */
    private Optional<InstanceId> instanceOf(Eni eni) {
        return eni.instanceId()
                .or(() -> eni.trunkAssociation()
                        .map(TrunkAssociation::trunk)
                        .flatMap(plan::eni)
                        .flatMap(Eni::instanceId));
    }

    private void give(Eni eni) {
        VpcId vpc = plan.vpcOf(eni).orElseThrow().id();
        SecurityGroupId group = SecurityGroupId.of(vpc + "/participant");
        changed.put(SecurityGroup.builder()
                .id(group)
                .vpcId(vpc)
                .groupName("participant")
                .ownerId(OTHER)
                .build());
        changed.put(
                eni.toBuilder().securityGroups(List.of(group)).ownerId(OTHER).build());
        plan.elasticIpsOf(eni.id()).forEach(elasticIp -> changed.put(Owned.by(OTHER, elasticIp)));
    }
}
