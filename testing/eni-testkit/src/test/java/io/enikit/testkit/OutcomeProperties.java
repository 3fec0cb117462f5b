package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceKind;
import io.enikit.net.IpFamily;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.operations.Outcome;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What operations say that they did is what is different afterwards. */
class OutcomeProperties {
    private static final Ec2 EC2 = Ec2.enforcing(ValidPlans.RULES);

    @Property(tries = 100)
    void outcomes_areTheDifferenceOfThePlans(@ForAll OperationSequence calls) {
        NetworkPlan before = calls.start();
        for (Operation operation : calls.operations()) {
            if (EC2.apply(before, operation) instanceof ApplyResult.Accepted accepted) {
                check(before, operation, accepted);
                before = accepted.plan();
            }
        }
    }

    private static void check(NetworkPlan before, Operation operation, ApplyResult.Accepted accepted) {
        NetworkPlan after = accepted.plan();
        String call = operation + "\n" + accepted.outcomes();
        assertThat(told(accepted, Outcome.Kind.CREATED)).as(call).isEqualTo(minus(ids(after), ids(before)));
        assertThat(told(accepted, Outcome.Kind.DELETED)).as(call).isEqualTo(minus(ids(before), ids(after)));
        assertThat(addressesTold(accepted, Outcome.Kind.ASSIGNED))
                .as(call)
                .isEqualTo(minus(held(after, after), held(before, after)));
        assertThat(addressesTold(accepted, Outcome.Kind.RELEASED))
                .as(call)
                .isEqualTo(minus(held(before, after), held(after, after)));
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static Set<String> ids(NetworkPlan plan) {
        return plan.resources()
                .map(Resource::resourceId)
                .map(id -> id.kind() + " " + id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> told(ApplyResult.Accepted accepted, Outcome.Kind kind) {
        return accepted.outcomes().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.subject().kind() + " " + each.subject())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lists who holds what: addresses, prefixes, and a public address. What is deleted with its interface is not told. */
    private static Set<String> held(NetworkPlan plan, NetworkPlan after) {
        return plan.enis().stream()
                .filter(eni -> after.eni(eni.id()).isPresent())
                .flatMap(eni -> heldBy(eni).map(held -> eni.id() + " " + held))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Object> heldBy(Eni eni) {
        Stream<Object> addresses = Stream.of(IpFamily.values())
                .flatMap(family -> eni.addresses(family).stream())
                .map(EniAddress::address);
        Stream<Object> prefixes = Stream.of(IpFamily.values()).flatMap(family -> eni.prefixes(family).stream());
        return Stream.of(addresses, prefixes, eni.publicIpv4().stream().map(each -> "public"))
                .flatMap(each -> each);
    }

    private static Set<String> addressesTold(ApplyResult.Accepted accepted, Outcome.Kind kind) {
        return accepted.outcomes().stream()
                .filter(each -> each.kind() == kind && each.subject().kind() == ResourceKind.ENI)
                .map(each -> each.subject() + " " + addressIn(each.detail()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String addressIn(String detail) {
        return detail.contains("public") ? "public" : detail.replace(" (primary)", "");
    }
}
