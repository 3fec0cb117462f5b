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
                    new AttachEfaHot(),
                    new AttachFree(),
                    new AttachInstanceState(),
                    new AttachManaged(),
                    new AttachmentIdForm(),
                    new AttachmentKnown(),
                    new AttachmentOfInterface(),
                    new AttachmentOfService(),
                    new AttachmentStated(),
                    new CountPositive(),
                    new CreatableType(),
                    new DeleteDetached(),
                    new DetachAttached(),
                    new DetachEfaHot(),
                    new DetachInstanceState(),
                    new DetachManaged(),
                    new DetachPrimary(),
                    new EniIdForm(),
                    new EniKnown(),
                    new GroupKnown(),
                    new GroupNotDefault(),
                    new GroupUnused(),
                    new InstanceKnown(),
                    new LaunchAddressOnce(),
                    new LaunchCombination(),
                    new LaunchCountPositive(),
                    new LaunchExistingFree(),
                    new LaunchExistingKnown(),
                    new LaunchExistingOnce(),
                    new LaunchPublicOnlyOne(),
                    new ListOrCount(),
                    new ModifyManaged(),
                    new NameFree(),
                    new OneAttributeSet(),
                    new OnePrimaryStated(),
                    new OnlyInterface(),
                    new RoomInSubnet(),
                    new StartStopped(),
                    new StopRunning(),
                    new TagKeyNotReserved(),
                    new TaggedKnown()));

    private Preconditions() {}
}
