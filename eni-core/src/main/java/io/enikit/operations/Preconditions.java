package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.rules.Phase;
import java.util.Comparator;

/** All preconditions, in the order in which they are looked at. */
final class Preconditions {
    static final ImmutableList<Precondition<?>> IN_ORDER = ImmutableList.sortedCopyOf(
            Comparator.<Precondition<?>, Phase>comparing(
                            precondition -> precondition.info().phase())
                    .thenComparing(precondition -> precondition.info().id()),
            ImmutableList.of(
                    new AttachFree(),
                    new AttachInstanceState(),
                    new DetachAttached(),
                    new DetachInstanceState(),
                    new DetachPrimary(),
                    new EniIdForm(),
                    new EniKnown(),
                    new InstanceKnown()));

    private Preconditions() {}
}
