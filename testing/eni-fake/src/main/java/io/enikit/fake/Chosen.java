package io.enikit.fake;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PublicIpv4;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.operations.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What EC2 chooses and the engine leaves open: public addresses, and the id of a default group. */
final class Chosen {
    /** Blocks for documentation and for benchmarks: an address of theirs is nobody's. */
    private static final List<Cidr> PUBLIC = List.of(
            Cidr.parse("198.51.100.0/24"),
            Cidr.parse("203.0.113.0/24"),
            Cidr.parse("192.0.2.0/24"),
            Cidr.parse("198.18.0.0/15"));

    private static final String COUNTER = "public-address";

    private Chosen() {}

    /** Fills in what these outcomes left open. */
    static void by(Call call, List<Outcome> outcomes) {
        Set<EniId> touched = new LinkedHashSet<>();
        for (Outcome outcome : outcomes) {
            if (outcome.subject() instanceof EniId eni) {
                touched.add(eni);
            } else if (outcome.subject() instanceof InstanceId instance) {
                call.plan().enisOf(instance).forEach(eni -> touched.add(eni.id()));
            } else if (outcome.subject() instanceof SecurityGroupId group && outcome.kind() == Outcome.Kind.CREATED) {
                nameDefaultGroup(call, group);
            }
        }
        touched.forEach(eni -> fillPublicAddress(call, eni));
    }

    /** Gives a default group that the engine named after its VPC an id of EC2's form. */
    private static void nameDefaultGroup(Call call, SecurityGroupId id) {
        Optional<SecurityGroup> made = call.plan()
                .securityGroup(id)
                .filter(group -> group.isDefault() && !id.toString().startsWith("sg-"));
        if (made.isEmpty()) {
            return;
        }
        SecurityGroupId named = SecurityGroupId.of(call.fresh("sg"));
        NetworkPlan.Builder plan = call.plan().toBuilder();
        plan.put(made.get().toBuilder()
                .id(named)
                .rules(renamed(made.get().rules(), id, named))
                .build());
        for (Eni eni : call.plan().enisWith(id)) {
            Set<SecurityGroupId> groups = new LinkedHashSet<>(eni.securityGroups());
            groups.remove(id);
            groups.add(named);
            plan.put(eni.toBuilder().securityGroups(groups).build());
        }
        call.state(call.state().withPlan(plan.remove(id).build()));
    }

    /** The default group lets in what comes from itself, by its name. */
    private static SecurityGroupRules renamed(SecurityGroupRules rules, SecurityGroupId from, SecurityGroupId to) {
        SecurityGroupRules changed = rules;
        for (RuleDirection direction : RuleDirection.values()) {
            List<SecurityGroupRule> list = new ArrayList<>();
            for (SecurityGroupRule each : rules.in(direction)) {
                boolean own = each.peer().securityGroup().filter(from::equals).isPresent();
                list.add(
                        own
                                ? SecurityGroupRule.of(
                                                each.ipProtocol(),
                                                each.fromPort(),
                                                each.toPort(),
                                                SecurityGroupPeer.of(to))
                                        .withDescription(each.description())
                                : each);
            }
            changed = changed.with(direction, list);
        }
        return changed;
    }

    static void fillPublicAddress(Call call, EniId id) {
        Optional<Eni> open = call.plan()
                .eni(id)
                .filter(eni -> eni.publicIpv4()
                        .filter(given -> given.address().isEmpty())
                        .isPresent());
        if (open.isPresent()) {
            Eni filled = open.get().toBuilder()
                    .publicIpv4(PublicIpv4.of(publicAddress(call)))
                    .build();
            call.state(call.state().withPlan(call.plan().toBuilder().put(filled).build()));
        }
    }

    /** Returns a public address that was not given out yet. */
    static IpAddress publicAddress(Call call) {
        long number = call.state().counter(COUNTER);
        IpAddress address;
        do {
            address = nth(++number);
        } while (isUsed(call.plan(), address));
        call.state(call.state().withCounter(COUNTER, number));
        return address;
    }

    private static IpAddress nth(long number) {
        long left = number;
        for (Cidr block : PUBLIC) {
            long usable = block.size().longValueExact() - 2;
            if (left <= usable) {
                return block.nth(left);
            }
            left -= usable;
        }
        throw Ec2Error.of("InsufficientAddressCapacity", "Not enough public addresses available");
    }

    private static boolean isUsed(NetworkPlan plan, IpAddress address) {
        return plan.elasticIps().stream()
                        .anyMatch(
                                each -> each.publicIp().filter(address::equals).isPresent())
                || plan.enis().stream()
                        .anyMatch(each -> each.publicIpv4()
                                .flatMap(PublicIpv4::address)
                                .filter(address::equals)
                                .isPresent());
    }
}
