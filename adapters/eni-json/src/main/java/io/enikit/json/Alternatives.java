package io.enikit.json;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.enikit.json.gathered.OpenFacts;
import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.rules.Fact;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Symbols that stand for one of several resources, where it is not known which.
 *
 * <p>What is wrong with each of them is wrong. They are tried one symbol after the other, all others staying unknown.
 */
final class Alternatives {
    /** How many resources are looked at in all, each as often as a plan that it is in. */
    private static final long MOST_LOOKED_AT = 2_000_000;

    private final ImmutableMap<String, List<String>> candidates;
    private final ImmutableMap<ResourceId, Origin> origins;

    /** Checks a plan while something is known to be open. */
    @FunctionalInterface
    interface Check extends BiFunction<NetworkPlan, OpenFacts, List<Violation>> {}

    /** What tells violations apart that are about the same. */
    private record Key(String rule, ResourceId subject) {
        static Key of(Violation violation) {
            return new Key(violation.rule(), violation.subject());
        }
    }

    Alternatives(Map<String, List<String>> candidates, Map<ResourceId, Origin> origins) {
        this.candidates = ImmutableMap.copyOf(candidates);
        this.origins = candidates.isEmpty() ? ImmutableMap.of() : ImmutableMap.copyOf(origins);
    }

    /**
     * What trying all candidates showed.
     *
     * @param violations what is wrong with each of the resources that a symbol may stand for
     * @param unknowns the symbols that may stand for too many resources, in too large a plan, to try all of them
     */
    record Tried(List<Violation> violations, List<Unknown> unknowns) {
        static Tried nothing() {
            return new Tried(List.of(), List.of());
        }
    }

    /**
     * Tries the resources that symbols may stand for.
     *
     * @param plan the plan with the symbols in it
     * @param open what is not known about it
     * @param known what is wrong in any case, which is not listed again
     * @param check checks a plan
     */
    Tried check(NetworkPlan plan, OpenFacts open, List<Violation> known, Check check) {
        if (candidates.isEmpty()) {
            return Tried.nothing();
        }
        List<Violation> all = new ArrayList<>();
        Set<Key> before = known.stream().map(Key::of).collect(Collectors.toSet());
        Set<ResourceId> reported = known.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(Violation::subject)
                .collect(Collectors.toSet());
        long size = plan.resources().count();
        long left = MOST_LOOKED_AT;
        List<Unknown> unknowns = new ArrayList<>();
        ListMultimap<String, Resource> uses = uses(plan);
        for (String symbol : uses.keySet()) {
            List<String> names = candidates.getOrDefault(symbol, List.of());
            left -= size * names.size();
            if (left >= 0) {
                List<Map<Key, Violation>> found = found(plan, open, uses.get(symbol), symbol, names, before, check);
                if (!found.isEmpty()) {
                    all.addAll(wrongWithEach(found, names, reported));
                }
            } else {
                Resource first = uses.get(symbol).get(0);
                Optional.ofNullable(origins.get(first.resourceId()))
                        .ifPresent(origin -> unknowns.add(new Unknown(
                                "which of " + names.size()
                                        + " resources it refers to: not all of them are tried, as the"
                                        + " plan is large",
                                origin)));
            }
        }
        return new Tried(all, unknowns);
    }

    /** Lists what is wrong with each candidate: the same, or at least something about the same resource. */
    private static List<Violation> wrongWithEach(
            List<Map<Key, Violation>> found, List<String> names, Set<ResourceId> reported) {
        Map<Key, Violation> common = new LinkedHashMap<>(found.get(0));
        found.forEach(each -> common.keySet().retainAll(each.keySet()));
        String others = String.join(", ", names.subList(1, names.size()));
        common.replaceAll((key, each) -> each.withMessage(each.message() + "; it is as wrong with " + others));
        List<Violation> all = new ArrayList<>(common.values());
        Set<ResourceId> subjects = new TreeSet<>(errors(found.get(0)).keySet());
        found.forEach(each -> subjects.retainAll(errors(each).keySet()));
        common.keySet().forEach(key -> subjects.remove(key.subject()));
        subjects.removeAll(reported);
        for (ResourceId subject : subjects) {
            Violation first = errors(found.get(0)).get(subject).get(0);
            StringBuilder message = new StringBuilder(first.message());
            for (int i = 1; i < found.size(); i++) {
                message.append("; with ").append(names.get(i)).append(": ");
                message.append(errors(found.get(i)).get(subject).get(0).message());
            }
            all.add(first.withMessage(message.toString()));
        }
        return all;
    }

    private static ListMultimap<ResourceId, Violation> errors(Map<Key, Violation> found) {
        return found.values().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .collect(ImmutableListMultimap.toImmutableListMultimap(Violation::subject, each -> each));
    }

    /** Checks the plan with each candidate; not with all of them once nothing is left that is wrong with each. */
    private static List<Map<Key, Violation>> found(
            NetworkPlan plan,
            OpenFacts open,
            List<Resource> users,
            String symbol,
            List<String> names,
            Set<Key> known,
            Check check) {
        List<Map<Key, Violation>> all = new ArrayList<>();
        for (String name : names) {
            NetworkPlan.Builder variant = plan.toBuilder();
            OpenFacts less = new OpenFacts();
            less.addAll(open);
            for (Resource each : users) {
                variant.put(with(each, symbol, name));
                less.remove(each.resourceId(), Fact.SUBNET_VPC);
                less.remove(each.resourceId(), Fact.GROUP_VPC);
            }
            Map<Key, Violation> found = new LinkedHashMap<>();
            check.apply(variant.build(), less).stream()
                    .filter(each -> !known.contains(Key.of(each)))
                    .forEach(each -> found.put(Key.of(each), each));
            if (found.isEmpty()) {
                return List.of();
            }
            all.add(found);
        }
        return all;
    }

    /** Finds the resources that symbols with candidates occur in. */
    private ListMultimap<String, Resource> uses(NetworkPlan plan) {
        ListMultimap<String, Resource> uses =
                MultimapBuilder.treeKeys().arrayListValues().build();
        plan.resources()
                .forEach(each -> targets(each).stream()
                        .map(ResourceId::toString)
                        .filter(candidates::containsKey)
                        .forEach(symbol -> uses.put(symbol, each)));
        return uses;
    }

    private static List<ResourceId> targets(Resource resource) {
        return resource.match(
                vpc -> List.of(),
                subnet -> List.of(subnet.vpcId()),
                group -> List.of(group.vpcId()),
                instance -> List.of(),
                Alternatives::targetsOf,
                elasticIp -> List.of());
    }

    private static List<ResourceId> targetsOf(Eni eni) {
        List<ResourceId> targets = new ArrayList<>(eni.securityGroups());
        targets.add(eni.subnetId());
        eni.instanceId().ifPresent(targets::add);
        return targets;
    }

    /** Returns a resource in which a name stands in place of a symbol. */
    private static Resource with(Resource resource, String symbol, String name) {
        if (resource instanceof Subnet subnet) {
            return subnet.toBuilder().vpcId(VpcId.of(name)).build();
        } else if (resource instanceof SecurityGroup group) {
            return group.toBuilder().vpcId(VpcId.of(name)).build();
        } else if (resource instanceof Eni eni) {
            return with(eni, symbol, name);
        }
        return resource;
    }

    private static Eni with(Eni eni, String symbol, String name) {
        Optional<InstanceId> instance = eni.instanceId();
        Eni.Builder more = eni.toBuilder()
                .subnetId(eni.subnetId().toString().equals(symbol) ? SubnetId.of(name) : eni.subnetId())
                .securityGroups(eni.securityGroups().stream()
                        .map(group -> group.toString().equals(symbol) ? SecurityGroupId.of(name) : group)
                        .toList());
        if (instance.filter(id -> id.toString().equals(symbol)).isPresent()) {
            more.attachment(eni.attachment()
                    .map(place ->
                            place.toBuilder().instanceId(InstanceId.of(name)).build()));
        }
        return more.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alternatives that && candidates.equals(that.candidates);
    }

    @Override
    public int hashCode() {
        return candidates.hashCode();
    }
}
