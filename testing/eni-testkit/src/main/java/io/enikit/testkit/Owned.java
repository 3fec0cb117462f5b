package io.enikit.testkit;

import io.enikit.model.Resource;
import java.util.Optional;

/** Gives resources an owner. */
final class Owned {
    private Owned() {}

    static Resource by(String account, Resource resource) {
        return by(Optional.of(account), resource);
    }

    static Resource byNobody(Resource resource) {
        return by(Optional.empty(), resource);
    }

    private static Resource by(Optional<String> account, Resource resource) {
        return resource.<Resource>match(
                vpc -> vpc.toBuilder().ownerId(account).build(),
                subnet -> subnet.toBuilder().ownerId(account).build(),
                group -> group.toBuilder().ownerId(account).build(),
                instance -> instance.toBuilder().ownerId(account).build(),
                eni -> eni.toBuilder().ownerId(account).build(),
                elasticIp -> elasticIp.toBuilder().ownerId(account).build());
    }
}
