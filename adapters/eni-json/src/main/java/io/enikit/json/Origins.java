package io.enikit.json;

import io.enikit.model.ResourceId;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.rules.Violation;
import java.util.Map;
import java.util.Optional;

/**
 * Where resources were read, and the blocks of VPCs, which other resources may add.
 *
 * @param ofResources the places of resources
 * @param ofBlocks the places of blocks that do not stand at their VPC
 */
record Origins(Map<ResourceId, Origin> ofResources, Map<VpcId, Map<Cidr, Origin>> ofBlocks) {
    Optional<Origin> of(ResourceId id) {
        return Optional.ofNullable(ofResources.get(id));
    }

    /** Finds the place of what a violation is about: the block that it names, else its subject. */
    Optional<Origin> of(Violation violation) {
        Optional<Origin> block = violation.subject() instanceof VpcId vpc
                ? ofBlocks.getOrDefault(vpc, Map.of()).entrySet().stream()
                        .filter(each -> violation.message().startsWith(each.getKey() + " "))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
        return block.or(() -> of(violation.subject()));
    }
}
