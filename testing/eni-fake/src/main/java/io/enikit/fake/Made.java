package io.enikit.fake;

import java.util.Set;

/** The kinds of ids that are those of resources, which somebody has to delete. */
final class Made {
    private static final Set<String> RESOURCES = Set.of("vpc", "subnet", "sg", "eni", "i", "igw", "eipalloc");

    private Made() {}

    static boolean isResource(String kind) {
        return RESOURCES.contains(kind);
    }
}
