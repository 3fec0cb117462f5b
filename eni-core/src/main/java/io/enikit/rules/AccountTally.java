package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Counts resources for each account in each Region, as EC2 counts what quotas limit.
 *
 * <p>A plan that tells of no second account is of one, whether it knows the owner of a resource or not; and a plan that
 * tells of no second Region is in one. Else what is not known to be somewhere is counted nowhere.
 */
final class AccountTally {
    private final NetworkPlan plan;
    private final boolean accounts;
    private final boolean regions;
    private final SortedMap<String, Long> counts = new TreeMap<>();

    AccountTally(NetworkPlan plan) {
        this.plan = plan;
        this.accounts = plan.accounts().size() > 1;
        this.regions = plan.regions().size() > 1;
    }

    /** Counts all resources of a listing. */
    static AccountTally of(Iterable<? extends Resource> resources, NetworkPlan plan) {
        AccountTally tally = new AccountTally(plan);
        resources.forEach(each -> tally.add(each, 1));
        return tally;
    }

    /** Counts so many more where a resource is. */
    void add(Resource resource, long number) {
        placeOf(resource).ifPresent(place -> counts.merge(place, number, Long::sum));
    }

    /** Returns where a resource is counted, in words to put behind what is counted: nothing where there is one place. */
    private Optional<String> placeOf(Resource resource) {
        Optional<String> account = accounts ? resource.ownerId().map(" of account "::concat) : Optional.of("");
        Optional<String> region = regions ? plan.regionOf(resource).map(" in "::concat) : Optional.of("");
        return account.flatMap(owner -> region.map(owner::concat));
    }

    /** Hands out the places that have more than a quota allows, with how many they have. */
    void above(int quota, BiConsumer<String, Long> places) {
        counts.forEach((place, count) -> {
            if (count > quota) {
                places.accept(place, count);
            }
        });
    }
}
