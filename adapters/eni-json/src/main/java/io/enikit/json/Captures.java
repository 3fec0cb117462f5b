package io.enikit.json;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.enikit.json.gathered.ReadRules;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what EC2 has had at two times from what is wrong.
 *
 * <p>An address that two interfaces have, a place that two are attached at: EC2 has no such thing. Where one is shown in one
 * file of an account and the other one in another, the files are of two times, and what stands in one has moved to where the
 * other has it.
 */
final class Captures {
    /** The rules about what belongs to one resource at a time. */
    private static final Set<String> ONE_AT_A_TIME = ImmutableSet.of(
            "eip.address.one-to-one",
            "eni.attach.index-used",
            "eni.ipv4.in-use",
            "eni.ipv4.prefix-in-use",
            "eni.ipv6.in-use",
            "eni.ipv6.prefix-in-use",
            "instance.gone");

    private static final int MOST = 100;
    private static final int MOST_ADDRESSES = 1_000;
    private static final int MOST_COMPARISONS = 20_000;

    private final NetworkPlan plan;
    private final Predicate<ResourceId> exists;
    private final Function<ResourceId, Optional<Origin>> origins;
    private final ListMultimap<String, Eni> interfaces =
            MultimapBuilder.treeKeys().arrayListValues().build();
    private final Map<String, IpSet> addresses = new TreeMap<>();
    private @Nullable Boolean severalFiles;
    private int comparisons;

    /**
     * Looks at a plan.
     *
     * @param plan the plan
     * @param exists whether a resource exists already
     * @param origins where a resource was read
     */
    Captures(NetworkPlan plan, Predicate<ResourceId> exists, Function<ResourceId, Optional<Origin>> origins) {
        this.plan = plan;
        this.exists = exists;
        this.origins = origins;
    }

    /** Returns a violation, or the contradiction of two files that it is. */
    Stream<Violation> atOneTime(Violation violation, RuleSet rules) {
        Optional<Violation> contradiction = contradiction(violation);
        return contradiction.isPresent()
                ? contradiction.stream().filter(same -> rules.includes(ReadRules.CONTRADICTION))
                : Stream.of(violation);
    }

    private Optional<Violation> contradiction(Violation violation) {
        ResourceId subject = violation.subject();
        if (!ONE_AT_A_TIME.contains(violation.rule()) || !exists.test(subject) || !isOfSeveralFiles()) {
            return Optional.empty();
        }
        boolean isOfTwoFiles = plan.find(subject)
                .map(found -> inItsWay(found).filter(other -> isOfOneAccount(found, other)))
                .map(others -> others.filter(exists)
                        .flatMap(other -> origins.apply(other).stream())
                        .map(Origin::file)
                        .toList())
                .filter(files -> !files.isEmpty() && !files.contains(fileOf(subject)))
                .isPresent();
        return isOfTwoFiles
                ? Optional.of(Violation.of(
                        ReadRules.CONTRADICTION,
                        subject,
                        Fault.of(
                                violation.message() + ", which is in another file",
                                "read files that were written at one time")))
                : Optional.empty();
    }

    private boolean isOfSeveralFiles() {
        @Nullable Boolean known = severalFiles;
        if (known == null) {
            known = plan.resources()
                            .map(Resource::resourceId)
                            .filter(exists)
                            .flatMap(id -> origins.apply(id).stream())
                            .map(Origin::file)
                            .distinct()
                            .limit(2)
                            .count()
                    == 2;
            severalFiles = known;
        }
        return known;
    }

    /** Whether two resources may be of one account: the files of two accounts are no two times of one. */
    private boolean isOfOneAccount(Resource resource, ResourceId other) {
        Optional<String> owner = resource.ownerId();
        Optional<String> otherOwner = plan.find(other).flatMap(Resource::ownerId);
        return owner.isEmpty() || otherOwner.isEmpty() || owner.equals(otherOwner);
    }

    private String fileOf(ResourceId id) {
        return origins.apply(id).map(Origin::file).orElse("");
    }

    /** Lists what a resource may not be beside; nothing where there is so much of it that it is of one file anyway. */
    private Stream<ResourceId> inItsWay(Resource resource) {
        if (resource instanceof Instance instance) {
            return few(plan.enisOf(instance.id())).map(Eni::id);
        } else if (resource instanceof ElasticIp elasticIp) {
            return elasticIp.association().map(ElasticIpAssociation::eniId).stream()
                    .flatMap(eni -> few(plan.elasticIpsOf(eni)))
                    .filter(other -> !other.id().equals(elasticIp.id())
                            && other.association().equals(elasticIp.association()))
                    .map(ElasticIp::id);
        }
        return resource instanceof Eni eni
                ? Stream.concat(
                                blocksOf(eni)
                                        .flatMap(block -> few(interfaces().get(block)))
                                        .filter(other -> !other.id().equals(eni.id()))
                                        .filter(other -> comparisons++ < MOST_COMPARISONS)
                                        .filter(other -> addresses(eni).overlaps(addresses(other))),
                                eni.instanceId().stream()
                                        .flatMap(id -> few(plan.enisOf(id)))
                                        .filter(other -> sharePlace(eni, other)))
                        .filter(other -> !other.id().equals(eni.id()))
                        .map(Eni::id)
                : Stream.empty();
    }

    private static <R> Stream<R> few(Collection<R> all) {
        return all.size() > MOST ? Stream.empty() : all.stream();
    }

    private static boolean sharePlace(Eni eni, Eni other) {
        return eni.attachment()
                .filter(place -> other.attachment()
                        .filter(its -> place.deviceIndex() == its.deviceIndex()
                                && place.networkCardIndex() == its.networkCardIndex())
                        .isPresent())
                .isPresent();
    }

    /** Returns the interfaces by the blocks of the size of a delegated prefix that they have something in. */
    private ListMultimap<String, Eni> interfaces() {
        if (interfaces.isEmpty()) {
            plan.enis().forEach(eni -> blocksOf(eni).forEach(block -> interfaces.put(block, eni)));
        }
        return interfaces;
    }

    private Stream<String> blocksOf(Eni eni) {
        return addresses(eni).ranges().stream()
                .map(range -> Cidr.containing(
                        range.first(),
                        range.first().family() == IpFamily.IPV4 ? Eni.IPV4_PREFIX_LENGTH : Eni.IPV6_PREFIX_LENGTH))
                .distinct()
                .map(block -> eni.subnetId() + " " + block);
    }

    /** Returns the addresses of an interface; none where there are so many that comparing them would take long. */
    private IpSet addresses(Eni eni) {
        return addresses.computeIfAbsent(eni.id().toString(), unseen -> {
            IpSet.Builder all = IpSet.builder();
            int number = eni.privateIpAddresses().size()
                    + eni.ipv6Addresses().size()
                    + eni.ipv4Prefixes().size()
                    + eni.ipv6Prefixes().size();
            if (number <= MOST_ADDRESSES) {
                eni.privateIpAddresses().stream().map(EniAddress::address).forEach(all::add);
                eni.ipv6Addresses().stream().map(EniAddress::address).forEach(all::add);
                eni.ipv4Prefixes().forEach(all::add);
                eni.ipv6Prefixes().forEach(all::add);
            }
            return all.build();
        });
    }
}
