package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the resources of a plan are called: by their tag {@code Name}, or else by their id.
 *
 * <p>Names need not be unique. Where several resources of a kind have the same name, the id stands behind it.
 *
 * <pre>{@code
 * PlanNames names = PlanNames.of(plan);
 * names.nameOf(EniId.of("eni-1"));          // front door
 * names.nameOf(InstanceId.of("app-1"));     // app-1
 * }</pre>
 */
public final class PlanNames {
    private static final String NAME = "Name";

    private final NetworkPlan plan;
    private final Multiset<Map.Entry<ResourceKind, String>> owned = HashMultiset.create();

    private PlanNames(NetworkPlan plan) {
        this.plan = plan;
        plan.resources()
                .forEach(resource -> tagOf(resource)
                        .ifPresent(name ->
                                owned.add(Map.entry(resource.resourceId().kind(), name))));
    }

    /**
     * Returns the names of the resources of a plan.
     *
     * @param plan the plan
     * @return the names
     */
    public static PlanNames of(NetworkPlan plan) {
        return new PlanNames(requireNonNull(plan, "plan"));
    }

    /**
     * Returns what a resource is called.
     *
     * @param id the id of the resource, which may be unknown
     * @return its name as its owner wrote it, such as {@code app-1}; with its id behind it, such as {@code app-1 (i-2)},
     *     where another one of its kind has the same name; the id where it has no name or a blank one
     */
    public String nameOf(ResourceId id) {
        requireNonNull(id, "id");
        return plan.find(id)
                .flatMap(PlanNames::tagOf)
                .map(name -> owned.count(Map.entry(id.kind(), name)) > 1 ? name + " (" + id + ")" : name)
                .orElse(id.toString());
    }

    /**
     * Returns what a resource is called, wherever it is.
     *
     * @param resource the resource
     * @return its tag {@code Name}, or else its id
     */
    public static String nameOf(Resource resource) {
        requireNonNull(resource, "resource");
        return tagOf(resource).orElse(resource.resourceId().toString());
    }

    private static Optional<String> tagOf(Resource resource) {
        return Optional.ofNullable(resource.tags().get(NAME)).filter(name -> !name.isBlank());
    }

    /** {@return whether the other object has the names of an equal plan} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlanNames that && plan.equals(that.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }

    /** {@return how many names there are, such as {@code PlanNames[7 names]}} */
    @Override
    public String toString() {
        return "PlanNames[" + owned.size() + " names]";
    }
}
