package io.enikit.json.gathered;

import com.google.common.collect.ImmutableMap;
import io.enikit.json.Origin;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.rules.Violation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where resources were read, and the blocks of VPCs, which other resources may add.
 *
 * @param ofResources the places of resources
 * @param ofBlocks the places of blocks that do not stand at their VPC
 * @param ofFile the first line of the first file
 */
public record Origins(
        Map<ResourceId, Origin> ofResources, Map<VpcId, Map<Cidr, Origin>> ofBlocks, Optional<Origin> ofFile) {
    /** The kinds that quotas of an account count, by the id of the rule. */
    private static final ImmutableMap<String, ResourceKind> COUNTED = ImmutableMap.of(
            "quota.vpcs", ResourceKind.VPC,
            "quota.security-groups", ResourceKind.SECURITY_GROUP,
            "quota.network-interfaces", ResourceKind.ENI,
            "quota.elastic-ips", ResourceKind.ELASTIC_IP);

    public Optional<Origin> of(ResourceId id) {
        return Optional.ofNullable(ofResources.get(id));
    }

    /** Finds the place of what a violation is about: the block that it names, else its subject. */
    public Optional<Origin> of(Violation violation) {
        Optional<Origin> block = violation.subject() instanceof VpcId vpc
                ? ofBlocks.getOrDefault(vpc, Map.of()).entrySet().stream()
                        .filter(each -> violation.message().startsWith(each.getKey() + " "))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
        return block.or(() -> of(violation.subject()));
    }

    /** Finds where to show what has no place: at the first of what is counted, in the file with most of it. */
    public Optional<Origin> showing(String rule) {
        Optional<ResourceKind> counted = Optional.ofNullable(COUNTED.get(rule));
        Collection<List<Origin>> files = ofResources.entrySet().stream()
                .filter(each ->
                        counted.filter(kind -> kind != each.getKey().kind()).isEmpty())
                .map(Map.Entry::getValue)
                .collect(Collectors.groupingBy(Origin::file, TreeMap::new, Collectors.toList()))
                .values();
        Comparator<Origin> inFile =
                Comparator.comparingInt((Origin each) -> each.line().orElse(0)).thenComparing(Origin::path);
        return files.stream()
                .reduce((most, each) -> each.size() > most.size() ? each : most)
                .flatMap(most -> most.stream().min(inFile))
                .or(() -> ofFile);
    }
}
