package io.enikit.testkit;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.TrunkAssociation;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds of a plan as a whole: it is what its text says, and every look-up finds what the listings hold: (k). */
final class LookUpInvariants {
    private final NetworkPlan before;
    private final NetworkPlan plan;
    private final NetworkPlan asked;
    private final Consumer<String> broken;

    LookUpInvariants(NetworkPlan plan, Consumer<String> broken) {
        this(plan, plan, plan, broken);
    }

    /** What one plan lists another one is to find, and nothing else for what was looked up in the plan before. */
    LookUpInvariants(NetworkPlan before, NetworkPlan plan, NetworkPlan asked, Consumer<String> broken) {
        this.before = before;
        this.plan = plan;
        this.asked = asked;
        this.broken = broken;
    }

    void check() {
        NetworkPlan rebuilt = PlanText.read(PlanText.write(asked));
        if (!rebuilt.equals(plan)) {
            broken.accept("(k) the plan is not what its text says, which gives\n" + PlanText.write(rebuilt));
        }
        for (ElasticIp elasticIp : plan.elasticIps()) {
            elasticIp
                    .association()
                    .filter(association -> asked.elasticIpOf(association).isEmpty())
                    .ifPresent(association ->
                            broken.accept("(i) " + association + " does not lead back to " + elasticIp.id()));
        }
        checkLookUps();
    }

    void checkLookUps() {
        checkAll("subnetsOf", NetworkPlan::subnets, each -> Stream.of(each.vpcId()), asked::subnetsOf);
        checkAll(
                "securityGroupsOf",
                NetworkPlan::securityGroups,
                each -> Stream.of(each.vpcId()),
                asked::securityGroupsOf);
        checkAll("elasticIpsOf", NetworkPlan::elasticIps, LookUpInvariants::interfaceOf, asked::elasticIpsOf);
        checkEnis("enisIn", eni -> Stream.of(eni.subnetId()), asked::enisIn);
        checkEnis("enisOf", eni -> eni.instanceId().stream(), asked::enisOf);
        checkEnis("enisWith", eni -> eni.securityGroups().stream(), asked::enisWith);
        checkEnis("enisWith", eni -> Stream.of(eni.macAddress()), asked::enisWith);
        checkEnis("branchesOf", eni -> eni.trunkAssociation().map(TrunkAssociation::trunk).stream(), asked::branchesOf);
        checkOwners();
    }

    /** An address may be held in several VPCs, here as a single one and there inside of a prefix. */
    private void checkOwners() {
        List<Eni> withPrefixes = plan.enis().stream()
                .filter(eni ->
                        !eni.ipv4Prefixes().isEmpty() || !eni.ipv6Prefixes().isEmpty())
                .toList();
        checkEnis(
                "ownersOf",
                eni -> Stream.concat(
                                addressesOf(eni),
                                withPrefixes.contains(eni)
                                        ? Stream.concat(plan.enis().stream(), before.enis().stream())
                                                .flatMap(LookUpInvariants::addressesOf)
                                                .filter(eni::owns)
                                        : Stream.empty())
                        .distinct(),
                asked::ownersOf);
    }

    private <K> void checkEnis(
            String name, Function<Eni, Stream<K>> keys, Function<K, ? extends Collection<Eni>> find) {
        checkAll(name, NetworkPlan::enis, keys, find);
    }

    private static Stream<EniId> interfaceOf(ElasticIp elasticIp) {
        return elasticIp.association().map(ElasticIpAssociation::eniId).stream();
    }

    /** Lists the single addresses, and of each prefix the first and the last. */
    private static Stream<IpAddress> addressesOf(Eni eni) {
        Stream<IpAddress> single = Stream.of(IpFamily.values())
                .flatMap(family -> eni.addresses(family).stream())
                .map(EniAddress::address);
        Stream<IpAddress> delegated = Stream.of(IpFamily.values())
                .flatMap(family -> eni.prefixes(family).stream())
                .flatMap(prefix -> Stream.of(prefix.first(), prefix.last()));
        return Stream.concat(single, delegated);
    }

    /** Compares what a look-up finds with what has that key. */
    private <K, R extends Resource> void checkAll(
            String name,
            Function<NetworkPlan, ? extends Collection<R>> listing,
            Function<R, Stream<K>> keys,
            Function<K, ? extends Collection<R>> find) {
        SetMultimap<K, ResourceId> expected = LinkedHashMultimap.create();
        listing.apply(plan).forEach(each -> keys.apply(each).forEach(key -> expected.put(key, each.resourceId())));
        Set<K> asks = new LinkedHashSet<>(expected.keySet());
        listing.apply(before).forEach(each -> keys.apply(each).forEach(asks::add));
        for (K key : asks) {
            Set<ResourceId> found =
                    find.apply(key).stream().map(Resource::resourceId).collect(Collectors.toCollection(TreeSet::new));
            if (!found.equals(expected.get(key))) {
                broken.accept("(k) " + name + "(" + key + ") finds " + found + ": expected " + expected.get(key));
            }
        }
    }
}
