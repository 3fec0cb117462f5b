package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.internal.RuleSetAccess;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/**
 * The law of operations, on plans with and without faults: once the preconditions hold, an operation is accepted
 * exactly if it brings in no error, be it found by a look at what is around the change or by a look at the whole plan.
 */
class LawProperties {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 STRICT = Ec2.enforcing(RULES);
    private static final Ec2 WITHOUT_RULES = Ec2.enforcing(RuleSet.of());
    private static final Set<String> PRECONDITIONS =
            Ec2.preconditions().stream().map(RuleInfo::id).collect(Collectors.toSet());

    /** Resources as they might be as well. */
    private static final NetworkPlan VARIANTS = PlanText.read("""
            eni-plan 1
            vpc v cidrBlocks=10.0.0.16/28,10.0.0.0/28
            vpc w cidrBlocks=10.1.0.0/24
            subnet p vpc=v availabilityZone=z2 cidrBlock=10.0.0.0/28
            subnet q vpc=v availabilityZone=z2 cidrBlock=10.0.0.8/29
            subnet r vpc=v availabilityZone=z1 cidrBlock=10.0.0.0/28 ipv6CidrBlock=2001:db8:0:1::/64
            group g vpc=w
            group h vpc=v groupName=g
            group default vpc=v groupName=g
            instance p instanceType=m5.large state=terminated
            instance q instanceType=m5.large availabilityZone=z9
            eni p/eth0 subnet=q privateIpAddresses=10.0.0.20* groups=g instance=p deviceIndex=0
            eni trunk subnet=q privateIpAddresses=10.0.0.21* groups=g
            eni r/a subnet=r privateIpAddresses=10.1.0.17* groups=h
            eip x networkInterface=r/b privateIpAddress=10.1.0.10
            eip y networkInterface=r/a privateIpAddress=10.1.0.9
            end
            """);

    @Provide
    Arbitrary<NetworkPlan> plans() {
        return enis().list().ofMaxSize(6).map(enis -> {
            NetworkPlan.Builder plan = PlanText.read("""
                    eni-plan 1
                    quotas securityGroupsPerInterface=1 networkInterfaces=8 elasticIps=1
                    vpc v cidrBlocks=10.0.0.0/24
                    vpc w cidrBlocks=10.1.0.0/24 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
                    subnet p vpc=v availabilityZone=z1 cidrBlock=10.0.0.0/28
                    subnet q vpc=v availabilityZone=z2 cidrBlock=10.0.0.16/28
                    subnet r vpc=w availabilityZone=z1 cidrBlock=10.1.0.0/26 ipv6CidrBlock=2001:db8::/64
                    group default vpc=v
                    group g vpc=v
                    group h vpc=w
                    instance p instanceType=m5.large
                    instance q instanceType=m5.large state=stopped
                    eni p/eth0 subnet=p privateIpAddresses=10.0.0.10* groups=g instance=p deviceIndex=0
                    eni q/eth0 subnet=p privateIpAddresses=10.0.0.11* groups=g instance=q deviceIndex=0
                    eni trunk subnet=p interfaceType=trunk privateIpAddresses=10.0.0.12* groups=g instance=p deviceIndex=7
                    eni r/a subnet=r privateIpAddresses=10.1.0.8*,10.1.0.9 ipv6Addresses=2001:db8::8 groups=h
                    eni r/b subnet=r privateIpAddresses=10.1.0.10* ipv4Prefixes=10.1.0.16/28 groups=h
                    eip x networkInterface=r/a privateIpAddress=10.1.0.9
                    end
                    """).toBuilder();
            enis.forEach(plan::put);
            return plan.build();
        });
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of("p", "q", "r", "s", "t");
    }

    /** Half of them without a fault of their own. */
    private static Arbitrary<Eni> enis() {
        Arbitrary<Eni> sound = Combinators.combine(
                        Arbitraries.of("p", "q", "r", "s", "t"),
                        Arbitraries.integers().between(0, 2))
                .as((id, index) -> Eni.builder()
                        .id(id)
                        .subnetId("p")
                        .primaryPrivateIpAddress("10.0.0." + ("pqrst".indexOf(id) + 4))
                        .addSecurityGroups("g")
                        .trunkAssociation(
                                index == 2
                                        ? Optional.of(new TrunkAssociation(
                                                EniId.of("trunk"), TrunkAssociation.Protocol.VLAN, "pqrst".indexOf(id)))
                                        : Optional.empty())
                        .attachment(
                                index != 1
                                        ? Optional.empty()
                                        : Optional.of(Attachment.builder()
                                                .instanceId("p")
                                                .deviceIndex("pqrst".indexOf(id) + 1)
                                                .build()))
                        .build());
        return Arbitraries.oneOf(sound, sound, sound, faultyEnis());
    }

    private static Arbitrary<Eni> faultyEnis() {
        Arbitrary<Optional<Cidr>> prefix = Arbitraries.of("10.1.0.16/28", "10.0.0.0/28", "10.1.0.32/28", "10.1.0.32/27")
                .map(Cidr::parse)
                .optional(0.3);
        return Combinators.combine(
                        name(),
                        Arbitraries.of("p", "p", "q", "r", "nowhere"),
                        Arbitraries.of("10.0.0.4", "10.0.0.5", "10.0.0.20", "10.0.0.3", "10.1.0.6", "10.1.0.17"),
                        Arbitraries.of("g", "g", "h", "default", "nobody").set().ofMaxSize(2),
                        Arbitraries.of("p", "q", "gone", "").tuple2(),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        prefix)
                .as((id, subnet, address, groups, instances, index, deleted, delegated) -> {
                    Eni.Builder eni = Eni.builder()
                            .id(id)
                            .subnetId(subnet)
                            .primaryPrivateIpAddress(address)
                            .addSecurityGroups(groups.toArray(String[]::new));
                    delegated.ifPresent(eni::addIpv4Prefix);
                    if (!instances.get1().isEmpty()) {
                        eni.attachment(instances.get1(), index);
                    }
                    return deleted ? eni.macAddress("02:00:00:00:00:01").build() : eni.build();
                });
    }

    private static Arbitrary<String> holder() {
        return Arbitraries.of("r/a", "r/b", "r/a", "r/b", "p/eth0", "q", "s");
    }

    private static Arbitrary<String> address() {
        return Arbitraries.of("10.1.0.8", "10.1.0.9", "10.1.0.10", "10.1.0.11", "10.1.0.18", "10.0.0.10", "10.1.0.2");
    }

    /** Calls about addresses, most of them on the two interfaces that have several. */
    private static Arbitrary<Operation> addressOperations() {
        Arbitrary<String> prefixes = Arbitraries.of("10.1.0.16/28", "10.1.0.32/28", "10.1.0.32/27", "10.1.0.48/28");
        Arbitrary<Integer> count = Arbitraries.integers().between(0, 3);
        Arbitrary<String> elasticIps = Arbitraries.of("x", "x", "y");
        return Arbitraries.oneOf(
                Combinators.combine(holder(), address(), Arbitraries.of(true, false))
                        .as((eni, address, move) -> AssignPrivateIpAddresses.of(eni)
                                .plusPrivateIpAddress(address)
                                .withAllowReassignment(move)),
                Combinators.combine(holder(), count)
                        .as((eni, n) -> AssignPrivateIpAddresses.of(eni).withSecondaryPrivateIpAddressCount(n)),
                Combinators.combine(holder(), prefixes)
                        .as((eni, prefix) -> AssignPrivateIpAddresses.of(eni).plusIpv4Prefix(prefix)),
                Combinators.combine(holder(), count)
                        .as((eni, n) -> AssignPrivateIpAddresses.of(eni).withIpv4PrefixCount(n)),
                Combinators.combine(holder(), count)
                        .as((eni, n) -> AssignIpv6Addresses.of(eni).withIpv6AddressCount(n)),
                Combinators.combine(holder(), Arbitraries.of("2001:db8::8", "2001:db8::9", "2001:db8::3"))
                        .as((eni, address) -> AssignIpv6Addresses.of(eni).plusIpv6Address(address)),
                holder().map(eni -> AssignIpv6Addresses.of(eni).withIpv6PrefixCount(1)),
                Combinators.combine(holder(), address())
                        .as((eni, address) -> UnassignPrivateIpAddresses.of(eni).plusPrivateIpAddress(address)),
                Combinators.combine(holder(), prefixes)
                        .as((eni, prefix) -> UnassignPrivateIpAddresses.of(eni).plusIpv4Prefix(prefix)),
                holder().map(eni -> UnassignIpv6Addresses.of(eni).plusIpv6Address("2001:db8::8")),
                holder().map(eni -> ModifyEni.of(eni).withEnablePrimaryIpv6(true)),
                elasticIps.map(AllocateElasticIp::of),
                elasticIps.map(ReleaseElasticIp::of),
                elasticIps.map(DisassociateElasticIp::of),
                Combinators.combine(elasticIps, holder()).as(AssociateElasticIp::of),
                Combinators.combine(elasticIps, holder(), address())
                        .as((elasticIp, eni, address) ->
                                AssociateElasticIp.of(elasticIp, eni).withPrivateIpAddress(address)),
                elasticIps.map(elasticIp -> AssociateElasticIpWithInstance.of(elasticIp, "p")));
    }

    @Provide
    Arbitrary<Operation> operations() {
        return Arbitraries.oneOf(interfaceOperations(), addressOperations(), VpcOperations.any());
    }

    private static Arbitrary<Operation> interfaceOperations() {
        Arbitrary<Integer> index = Arbitraries.integers().between(-1, 3);
        return Arbitraries.oneOf(
                Combinators.combine(name(), Arbitraries.of("p", "q"), index).as(AttachEni::of),
                name().map(DetachEni::of),
                name().map(DeleteEni::of),
                Combinators.combine(Arbitraries.of("new", "p"), Arbitraries.of("p", "q", "r", "nowhere"))
                        .as(CreateEni::of),
                Combinators.combine(Arbitraries.of("p", "q", "r"), Arbitraries.of("10.0.0.5", "10.0.0.17", "10.0.0.22"))
                        .as((subnet, address) -> CreateEni.of("new", subnet).withPrivateIpAddress(address)),
                Combinators.combine(
                                name(), Arbitraries.of("g", "h", "nobody").set().ofMaxSize(2))
                        .as((eni, groups) -> ModifyEni.of(eni).withSecurityGroups(groups.toArray(String[]::new))),
                name().map(eni -> ModifyEni.of(eni).withDescription("?")),
                Arbitraries.of("p", "q").map(TerminateInstance::of),
                Arbitraries.of("p", "q").map(StopInstance::of),
                Arbitraries.of("p", "q").map(StartInstance::of),
                Arbitraries.of("p", "r", "nowhere")
                        .map(subnet -> LaunchInstance.of("new", "m5.large")
                                .withSubnetId(subnet)
                                .withSecurityGroups("g")),
                name().map(eni -> LaunchInstance.of("new", "m5.large").plusInterface(LaunchInterface.existing(0, eni))),
                Arbitraries.of("g", "h", "default").map(DeleteSecurityGroup::of),
                Arbitraries.of("k", "g")
                        .map(group -> CreateSecurityGroup.of(group, "v").withDescription("for tests")),
                name().map(eni -> TagResource.of(EniId.of(eni), "k", "v")));
    }

    @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
    void apply_anyOperationOnAnyPlan_isRefusedForWhatItCausesAndNothingElse(
            @ForAll("plans") NetworkPlan before, @ForAll("operations") Operation operation) {
        ApplyResult bare = WITHOUT_RULES.apply(before, operation);
        ApplyResult result = STRICT.apply(before, operation);
        if (bare instanceof ApplyResult.Accepted accepted) {
            List<Violation> caused = RuleSetAccess.get()
                    .errorsIntroduced(RULES, before, accepted.plan(), all(before, accepted.plan()), operation.action());
            assertThat(result.isAccepted()).as(result + " but caused " + caused).isEqualTo(caused.isEmpty());
            if (result instanceof ApplyResult.Refused refused) {
                assertThat(refused.rule()).isEqualTo(caused.get(0).rule());
                assertThat(refused.code()).isEqualTo(caused.get(0).ec2Code());
                assertThat(PRECONDITIONS).doesNotContain(refused.rule());
            } else {
                assertThat(result).isEqualTo(bare);
                assertThat(PlanText.read(PlanText.write(accepted.plan()))).isEqualTo(accepted.plan());
            }
        } else {
            assertThat(result.isAccepted()).isFalse();
        }
        Statistics.label("result")
                .collect(bare.isAccepted() ? (result.isAccepted() ? "accepted" : "by a rule") : "by a precondition");
        Statistics.label("before").collect(RULES.check(before).hasErrors() ? "faulty" : "sound");
    }

    /** What rules look at is more than what operations change: so here anything is changed or removed. */
    @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
    void errorsIntroduced_byAnyChange_areThoseOfALookAtTheWholePlan(
            @ForAll("plans") NetworkPlan before,
            @ForAll("plans") NetworkPlan other,
            @ForAll @Size(min = 1, max = 2) List<@IntRange(max = 1000) Integer> picks) {
        NetworkPlan.Builder changed = before.toBuilder();
        Set<ResourceId> ids = new TreeSet<>();
        List<Resource> others =
                Stream.concat(other.resources(), VARIANTS.resources()).toList();
        List<Resource> there = before.resources().toList();
        for (int pick : picks) {
            if (pick % 3 == 0) {
                ResourceId gone = there.get(pick % there.size()).resourceId();
                changed.remove(gone);
                ids.add(gone);
            } else {
                Resource next = others.get(pick % others.size());
                changed.put(next);
                ids.add(next.resourceId());
            }
        }
        NetworkPlan after = changed.build();
        assertThat(rulesBroken(before, after, ids)).isEqualTo(rulesBroken(before, after, all(before, after)));
    }

    private static List<String> rulesBroken(NetworkPlan before, NetworkPlan after, Set<ResourceId> changed) {
        return RuleSetAccess.get().errorsIntroduced(RULES, before, after, changed, "").stream()
                .map(Violation::rule)
                .sorted()
                .toList();
    }

    private static Set<ResourceId> all(NetworkPlan before, NetworkPlan after) {
        Set<ResourceId> ids = new TreeSet<>();
        before.resources().map(Resource::resourceId).forEach(ids::add);
        after.resources().map(Resource::resourceId).forEach(ids::add);
        return ids;
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void preconditions_ofNounsThatACallIsNotAbout_haveNothingToSay(
            @ForAll("plans") NetworkPlan plan, @ForAll("operations") Operation operation) {
        Call call = operation.call(plan);
        List<Precondition> looked = PreconditionTable.of(call);
        assertThat(PreconditionTable.all())
                .filteredOn(each -> each.isAbout(operation.getClass()) && !looked.contains(each))
                .allSatisfy(each -> assertThat(each.refusal(call, plan))
                        .as(each.info().id())
                        .isEmpty());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void apply_sequenceOnASoundPlan_keepsItSoundAndKeepsWhatNeverChanges(
            @ForAll("sequences") List<Operation> operations) {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/24
                vpc w cidrBlocks=10.1.0.0/24 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
                subnet p vpc=v availabilityZone=z1 cidrBlock=10.0.0.0/28
                subnet q vpc=v availabilityZone=z2 cidrBlock=10.0.0.16/28
                subnet r vpc=w availabilityZone=z1 cidrBlock=10.1.0.0/26 ipv6CidrBlock=2001:db8::/64
                group default vpc=v
                group g vpc=v
                group h vpc=w
                eni r/a subnet=r privateIpAddresses=10.1.0.8*,10.1.0.9 ipv6Addresses=2001:db8::8 groups=h
                eni r/b subnet=r privateIpAddresses=10.1.0.10* ipv4Prefixes=10.1.0.16/28 groups=h
                eip x networkInterface=r/a privateIpAddress=10.1.0.9
                end
                """);
        for (Operation operation : operations) {
            NetworkPlan next =
                    STRICT.apply(plan, operation) instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
            assertThat(RULES.check(next).hasErrors())
                    .as(RULES.check(next).toString())
                    .isFalse();
            for (Eni eni : plan.enis()) {
                next.eni(eni.id()).ifPresent(after -> {
                    assertThat(after.macAddress()).isEqualTo(eni.macAddress());
                    assertThat(after.subnetId()).isEqualTo(eni.subnetId());
                    assertThat(after.privateIpAddress()).isEqualTo(eni.privateIpAddress());
                });
            }
            for (Subnet subnet : plan.subnets()) {
                next.subnet(subnet.id())
                        .ifPresent(after -> assertThat(after.cidrBlock()).isEqualTo(subnet.cidrBlock()));
            }
            for (Vpc vpc : plan.vpcs()) {
                next.vpc(vpc.id())
                        .ifPresent(after -> assertThat(after.primaryCidrBlock()).isEqualTo(vpc.primaryCidrBlock()));
            }
            next.instances()
                    .forEach(instance -> assertThat(
                                    next.primaryEniOf(instance.id()).isPresent())
                            .isEqualTo(instance.state() != InstanceState.TERMINATED));
            plan = next;
        }
    }

    @Provide
    Arbitrary<List<Operation>> sequences() {
        return Arbitraries.oneOf(
                        operations(),
                        VpcOperations.any(),
                        Combinators.combine(name(), Arbitraries.of("p", "q")).as(CreateEni::of),
                        Combinators.combine(name(), Arbitraries.of("p", "q"))
                                .as((instance, subnet) -> LaunchInstance.of(instance, "m5.large")
                                        .withSubnetId(subnet)
                                        .withSecurityGroups("g")),
                        Combinators.combine(
                                        name(), name(), Arbitraries.integers().between(0, 2))
                                .as(AttachEni::of),
                        name().map(DetachEni::of),
                        name().map(group -> DeleteSecurityGroup.of(SecurityGroupId.of(group))))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }
}
