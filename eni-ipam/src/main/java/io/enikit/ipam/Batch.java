package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Grants several blocks at once, all of them or none. */
final class Batch {
    private Batch() {}

    static BatchResult allocate(CidrPool before, Map<String, Integer> prefixLengths) {
        List<Map.Entry<String, Integer>> requests = largestFirst(prefixLengths);
        for (Map.Entry<String, Integer> request : requests) {
            Grant.checkOwner(request.getKey());
            before.space().checkLength(request.getValue());
        }
        CidrPool pool = before;
        List<Grant> grants = new ArrayList<>();
        for (Map.Entry<String, Integer> request : requests) {
            AllocationResult result = pool.allocate(request.getKey(), request.getValue());
            if (result instanceof AllocationRefused refused) {
                return new BatchRefused(
                        refused.cause() == AllocationRefused.Cause.NO_ROOM
                                ? AllocationRefused.noRoom(before, missing(before, requests))
                                : refused.in(before));
            }
            Allocation allocation = result.orElseThrow();
            pool = allocation.pool();
            grants.add(Grant.of(allocation));
        }
        return new BatchAllocation(byOwner(pool, grants), pool);
    }

    private static Map<String, Allocation> byOwner(CidrPool pool, Collection<Grant> grants) {
        Map<String, Allocation> byOwner = new TreeMap<>();
        grants.forEach(grant -> byOwner.put(grant.owner(), pool.allocation(grant)));
        return byOwner;
    }

    /** Sorts requests by prefix length, the largest blocks first, then by name. */
    static List<Map.Entry<String, Integer>> largestFirst(Map<String, Integer> prefixLengths) {
        List<Map.Entry<String, Integer>> requests = new ArrayList<>();
        prefixLengths.forEach((name, length) -> requests.add(Map.entry(name, length)));
        requests.sort(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        return requests;
    }

    private static ImmutableList<Integer> missing(CidrPool before, List<Map.Entry<String, Integer>> requests) {
        return requests.stream()
                .filter(request -> before.ledger().ownedBy(request.getKey(), "") == null)
                .map(Map.Entry::getValue)
                .collect(ImmutableList.toImmutableList());
    }
}
