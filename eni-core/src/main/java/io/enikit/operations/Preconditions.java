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
                    new AddressToAssociate(),
                    new AttachEfaHot(),
                    new AttachFree(),
                    new AttachInstanceState(),
                    new AttachManaged(),
                    new AttachmentIdForm(),
                    new AttachmentKnown(),
                    new AttachmentOfInterface(),
                    new AttachmentOfService(),
                    new AttachmentStated(),
                    new BlockNotPrimary(),
                    new BlockOfVpc(),
                    new BlockSyntax(),
                    new BlockToPickFrom(),
                    new CountInRange(),
                    new CreatableType(),
                    new DeleteDetached(),
                    new DetachAttached(),
                    new DetachEfaHot(),
                    new DetachInstanceState(),
                    new DetachManaged(),
                    new DetachPrimary(),
                    new ElasticIpKnown(),
                    new EniIdForm(),
                    new EniKnown(),
                    new GatewayAttached(),
                    new GatewayFree(),
                    new GatewayUnused(),
                    new GroupKnown(),
                    new GroupNotDefault(),
                    new GroupUnused(),
                    new InstanceKnown(),
                    new Ipv6ToBePrimary(),
                    new LaunchAddressOnce(),
                    new LaunchCombination(),
                    new LaunchCountPositive(),
                    new LaunchExistingFree(),
                    new LaunchExistingKnown(),
                    new LaunchExistingOnce(),
                    new LaunchPublicOnlyOne(),
                    new ModifyManaged(),
                    new MoveAllowed(),
                    new MoveSecondary(),
                    new NameFree(),
                    new NotPending(),
                    new OneAttributeSet(),
                    new OneBlockStated(),
                    new OnePrimaryStated(),
                    new OneWayToAsk(),
                    new OnlyInterface(),
                    new PrimaryIpv6Stays(),
                    new Reassociation(),
                    new ReleaseUnused(),
                    new RoomForAddresses(),
                    new RoomForPrefixes(),
                    new SomethingAsked(),
                    new SomethingToUnassign(),
                    new StartStopped(),
                    new StopRunning(),
                    new TagKeyNotReserved(),
                    new TaggedKnown(),
                    new TextReadable(),
                    new UnassignHeld(),
                    new UnassignSecondary(),
                    new VpcBlockUnused(),
                    new VpcKnown(),
                    new VpcUnused()));

    private Preconditions() {}
}
