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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds of a plan as a whole: it is what its text says, and every look-up finds what the listings hold: (k). */
final class LookUpInvariants {
    private final NetworkPlan plan;
    private final NetworkPlan asked;
    private final Consumer<String> broken;

    LookUpInvariants(NetworkPlan plan, Consumer<String> broken) {
        this(plan, plan, broken);
    }

    /** What one plan lists the other is to find. */
    LookUpInvariants(NetworkPlan plan, NetworkPlan asked, Consumer<String> broken) {
        this.plan = plan;
        this.asked = asked;
        this.broken = broken;
    }

    void check() {
        NetworkPlan rebuilt = PlanText.read(PlanText.write(asked));
        if (!rebuilt.equals(plan)) {
            broken.accept("(k) the plan is not what its text says, which gives\n" + PlanText.write(rebuilt));
        }
        checkEnis();
        checkAll("subnetsOf", plan.subnets(), each -> Stream.of(each.vpcId()), asked::subnetsOf);
        checkAll("securityGroupsOf", plan.securityGroups(), each -> Stream.of(each.vpcId()), asked::securityGroupsOf);
        checkAll("elasticIpsOf", plan.elasticIps(), LookUpInvariants::interfaceOf, asked::elasticIpsOf);
        for (ElasticIp elasticIp : plan.elasticIps()) {
            elasticIp
                    .association()
                    .filter(association -> asked.elasticIpOf(association).isEmpty())
                    .ifPresent(association -> broken.accept(
                            "(i) " + association.privateIpAddress() + " does not lead back to " + elasticIp.id()));
        }
    }

    private void checkEnis() {
        Collection<Eni> all = plan.enis();
        checkAll("enisIn", all, eni -> Stream.of(eni.subnetId()), asked::enisIn);
        checkAll("enisOf", all, eni -> eni.instanceId().stream(), asked::enisOf);
        checkAll("enisWith", all, eni -> eni.securityGroups().stream(), asked::enisWith);
        checkAll("enisWith", all, eni -> Stream.of(eni.macAddress()), asked::enisWith);
        checkAll(
                "branchesOf",
                all,
                eni -> eni.trunkAssociation().map(TrunkAssociation::trunk).stream(),
                asked::branchesOf);
        checkAll("ownersOf", all, LookUpInvariants::addressesOf, asked::ownersOf);
    }

    private static Stream<EniId> interfaceOf(ElasticIp elasticIp) {
        return elasticIp.association().map(ElasticIpAssociation::networkInterfaceId).stream();
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
            String name, Collection<R> all, Function<R, Stream<K>> keys, Function<K, Collection<R>> find) {
        SetMultimap<K, ResourceId> expected = LinkedHashMultimap.create();
        all.forEach(each -> keys.apply(each).forEach(key -> expected.put(key, each.resourceId())));
        for (K key : expected.keySet()) {
            Set<ResourceId> found =
                    find.apply(key).stream().map(Resource::resourceId).collect(Collectors.toCollection(TreeSet::new));
            if (!found.equals(expected.get(key))) {
                broken.accept("(k) " + name + "(" + key + ") finds " + found + ": expected " + expected.get(key));
            }
        }
    }
}
