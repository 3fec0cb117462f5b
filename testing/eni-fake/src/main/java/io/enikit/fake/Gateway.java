package io.enikit.fake;

import io.enikit.model.VpcId;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An internet gateway.
 *
 * @param id the id, {@code igw-…}
 * @param vpc the VPC that it is attached to
 * @param tags the tags by key
 */
record Gateway(String id, Optional<VpcId> vpc, SortedMap<String, String> tags) {
    Gateway withVpc(Optional<VpcId> changed) {
        return new Gateway(id, changed, tags);
    }

    Gateway withTags(SortedMap<String, String> changed) {
        return new Gateway(id, vpc, changed);
    }
}
