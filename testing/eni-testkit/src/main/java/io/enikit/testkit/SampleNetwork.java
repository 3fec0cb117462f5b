package io.enikit.testkit;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Quotas;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A plan to break a rule in: any plan, plus a VPC that has one of everything. Quotas have spare places. */
final class SampleNetwork {
    private static final int SPARE = 100;
    private static final NetworkPlan ONE_OF_EVERYTHING = PlanText.read("""
            eni-plan 1
            vpc site cidrBlocks=10.200.0.0/16 ipv6CidrBlocks=2001:db8:0:ff00::/56 internetGatewayAttached=true
            subnet site/a vpc=site availabilityZone=eu-west-1a cidrBlock=10.200.0.0/24 ipv6CidrBlock=2001:db8:0:ff00::/64
            subnet site/b vpc=site availabilityZone=eu-west-1b cidrBlock=10.200.1.0/24
            subnet site/c vpc=site availabilityZone=eu-west-1a cidrBlock=10.200.2.0/24
            subnet site/six vpc=site availabilityZone=eu-west-1a ipv6CidrBlock=2001:db8:0:ff01::/64 ipv6Native=true assignIpv6AddressOnCreation=true
            group site/web vpc=site groupName=web
            group site/db vpc=site groupName=db
            instance site/app instanceType=m5.large
            eni site/app/eth0 subnet=site/a privateIpAddresses=10.200.0.4* groups=site/web instance=site/app deviceIndex=0
            eni site/app/eth1 subnet=site/c privateIpAddresses=10.200.2.4* groups=site/web instance=site/app deviceIndex=1
            eni site/spare subnet=site/a privateIpAddresses=10.200.0.5* groups=site/db
            eni site/spare2 subnet=site/b privateIpAddresses=10.200.1.5* groups=site/db
            eni site/six subnet=site/a privateIpAddresses=10.200.0.6* ipv6Addresses=2001:db8:0:ff00::6 groups=site/db
            eip site/ip networkInterface=site/app/eth0 privateIpAddress=10.200.0.4
            end
            """);

    private final NetworkPlan plan;
    private final Choice choice;

    private SampleNetwork(NetworkPlan plan, Choice choice) {
        this.plan = plan;
        this.choice = choice;
    }

    static SampleNetwork on(NetworkPlan before, Choice choice) {
        NetworkPlan.Builder plan = before.toBuilder().quotas(withSpare(before.quotas()));
        Optional<String> account = before.accounts().stream().findFirst();
        ONE_OF_EVERYTHING
                .resources()
                .map(resource -> account.map(owner -> Owned.by(owner, resource)).orElse(resource))
                .forEach(plan::add);
        return new SampleNetwork(plan.build(), choice);
    }

    private static Quotas withSpare(Quotas quotas) {
        return quotas.withVpcs(quotas.vpcs() + SPARE)
                .withSubnetsPerVpc(quotas.subnetsPerVpc() + SPARE)
                .withNetworkInterfaces(quotas.networkInterfaces() + SPARE)
                .withSecurityGroups(quotas.securityGroups() + SPARE)
                .withSecurityGroupsPerInterface(16)
                .withElasticIps(quotas.elasticIps() + SPARE);
    }

    NetworkPlan plan() {
        return plan;
    }

    Choice choice() {
        return choice;
    }

    /** Returns the plan with resources added or replaced. */
    Optional<NetworkPlan> with(Resource... resources) {
        NetworkPlan.Builder builder = plan.toBuilder();
        for (Resource resource : resources) {
            builder.put(resource);
        }
        return Optional.of(builder.build());
    }

    Optional<NetworkPlan> with(UnaryOperator<Quotas> change) {
        return Optional.of(plan.toBuilder().quotas(change.apply(Usage.of(plan))).build());
    }

    /** Returns the plan with one of the matching interfaces changed. */
    Optional<NetworkPlan> withEni(Predicate<Eni> which, UnaryOperator<Eni.Builder> change) {
        return eni(which).flatMap(eni -> with(change.apply(eni.toBuilder()).build()));
    }

    Optional<Eni> eni(Predicate<Eni> which) {
        return choice.any(plan.enis().stream().filter(which).toList());
    }

    Vpc vpc() {
        return choice.of(List.copyOf(plan.vpcs()));
    }

    Instance instance() {
        return choice.of(List.copyOf(plan.instances()));
    }

    Subnet subnetOf(Eni eni) {
        return plan.subnet(eni.subnetId()).orElseThrow();
    }

    /** A place of an instance: a device index of a network card. */
    record Place(int networkCardIndex, int deviceIndex) {}

    /** Returns the first places of the first card. */
    static List<Place> places(int count) {
        List<Place> places = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            places.add(new Place(0, index));
        }
        return places;
    }

    /** Returns the plan with another instance and its interfaces at the given places, each in another subnet. */
    Optional<NetworkPlan> withInstance(String type, List<Place> places, UnaryOperator<Eni.Builder> change) {
        NetworkPlan.Builder builder = plan.toBuilder();
        Cidr block = Cidr.parse("10.201.0.0/16");
        builder.add(Vpc.builder()
                .id("rack")
                .addCidrBlock(block)
                .addIpv6CidrBlock("2001:db8:1::/56")
                .build());
        builder.add(SecurityGroup.builder()
                .id("rack/web")
                .vpcId("rack")
                .groupName("web")
                .build());
        builder.add(Instance.builder().id("rack/app").instanceType(type).build());
        for (int i = 0; i < places.size(); i++) {
            Subnet subnet = Subnet.builder()
                    .id("rack/" + i)
                    .vpcId("rack")
                    .availabilityZone("eu-west-1a")
                    .cidrBlock(block.child(24, i))
                    .ipv6CidrBlock(Cidr.parse("2001:db8:1::/56").child(64, i))
                    .build();
            builder.add(subnet);
            builder.add(change.apply(eni(i, subnet, places.get(i))).build());
        }
        return Optional.of(builder.build());
    }

    private static Eni.Builder eni(int index, Subnet subnet, Place place) {
        return Eni.builder()
                .id("rack/app/eth" + index)
                .subnetId(subnet.id())
                .addPrivateIpAddress(
                        new EniAddress(subnet.cidrBlock().orElseThrow().nth(4), true))
                .addSecurityGroups("rack/web")
                .attachment(Attachment.builder()
                        .instanceId("rack/app")
                        .networkCardIndex(place.networkCardIndex())
                        .deviceIndex(place.deviceIndex())
                        .build());
    }

    /** Returns the plan with another instance that has one interface. */
    Optional<NetworkPlan> withInstance(String type, UnaryOperator<Eni.Builder> change) {
        return withInstance(type, places(1), change);
    }

    static InstanceLimits limits(String type) {
        return InstanceTypes.bundled().limits(type);
    }
}
