package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.enikit.rules.Phase;
import java.util.Comparator;

/** All preconditions, in the order in which they are looked at. */
final class Preconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.sortedCopyOf(
            Comparator.<Precondition, Phase>comparing(
                            precondition -> precondition.info().phase())
                    .thenComparing(precondition -> precondition.info().id()),
            Iterables.concat(ImmutableList.of(
                    ResourcePreconditions.ALL,
                    VpcPreconditions.ALL,
                    SubnetPreconditions.ALL,
                    GroupPreconditions.ALL,
                    EniPreconditions.ALL,
                    AddressPreconditions.ALL,
                    AttachmentPreconditions.ALL,
                    TrunkPreconditions.ALL,
                    ElasticIpPreconditions.ALL,
                    InstancePreconditions.ALL,
                    LaunchPreconditions.ALL)));

    /** Those about one type of operations: most are about few types, and an operation is looked at often. */
    private static final ClassValue<ImmutableList<Precondition>> BY_TYPE = new ClassValue<>() {
        @Override
        protected ImmutableList<Precondition> computeValue(Class<?> type) {
            return ALL.stream()
                    .filter(precondition -> precondition.isAbout(type))
                    .collect(ImmutableList.toImmutableList());
        }
    };

    private Preconditions() {}

    static ImmutableList<Precondition> of(Operation operation) {
        return BY_TYPE.get(operation.getClass());
    }
}
