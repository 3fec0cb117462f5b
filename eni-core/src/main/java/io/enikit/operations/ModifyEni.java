package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.enikit.internal.VisibleText;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Changes one attribute of a network interface.
 *
 * <p>Set one and only one: {@code ModifyEni.of("eni-1").withSourceDestCheck(false)}. The subnet, the MAC address, the
 * primary private IPv4 address and the type of an interface never change.
 */
@Value.Immutable
public abstract class ModifyEni extends Operation {
    ModifyEni() {}

    /**
     * Makes the operation, with nothing to change yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static ModifyEni of(EniId eni) {
        return ImmutableModifyEni.builder().eni(eni).build();
    }

    /**
     * Makes the operation, with nothing to change yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static ModifyEni of(String eni) {
        return of(EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    /** {@return the new description} */
    public abstract Optional<String> description();

    /**
     * Returns a copy for the description.
     *
     * @param description the new description
     * @return the operation
     */
    public abstract ModifyEni withDescription(String description);

    /** {@return whether EC2 drops traffic that is neither from nor to its addresses} */
    public abstract Optional<Boolean> sourceDestCheck();

    /**
     * Returns a copy for the source/destination check.
     *
     * @param sourceDestCheck whether EC2 drops traffic that is neither from nor to its addresses
     * @return the operation
     */
    public abstract ModifyEni withSourceDestCheck(boolean sourceDestCheck);

    /** {@return whether it gets a public IPv4 address as a primary interface} */
    public abstract Optional<Boolean> associatePublicIpAddress();

    /**
     * Returns a copy for the public IPv4 address.
     *
     * @param associatePublicIpAddress whether it gets a public IPv4 address as a primary interface
     * @return the operation
     */
    public abstract ModifyEni withAssociatePublicIpAddress(boolean associatePublicIpAddress);

    /** {@return whether its first IPv6 address becomes its primary one} */
    public abstract Optional<Boolean> enablePrimaryIpv6();

    /**
     * Returns a copy for the primary IPv6 address, which stays until the interface is detached.
     *
     * @param enablePrimaryIpv6 whether its first IPv6 address becomes its primary one; it cannot be undone
     * @return the operation
     */
    public abstract ModifyEni withEnablePrimaryIpv6(boolean enablePrimaryIpv6);

    /** {@return the groups that take the place of all it is in} */
    public abstract Optional<Set<SecurityGroupId>> securityGroups();

    final ModifyEni withSecurityGroupSet(Set<SecurityGroupId> groups) {
        return ImmutableModifyEni.builder().from(this).securityGroups(groups).build();
    }

    /**
     * Returns a copy for the groups, which take the place of all it is in.
     *
     * @param groups the ids of the groups, one at least
     * @return the operation
     */
    public ModifyEni withSecurityGroups(String... groups) {
        return withSecurityGroups(Lists.transform(List.of(requireNonNull(groups, "groups")), SecurityGroupId::of));
    }

    /**
     * Returns a copy that puts these security groups in place of those there are.
     *
     * @param groups the groups
     * @return the operation
     */
    public ModifyEni withSecurityGroups(SecurityGroupId... groups) {
        return withSecurityGroups(List.of(requireNonNull(groups, "groups")));
    }

    /**
     * Returns a copy that puts these security groups in place of those there are.
     *
     * @param groups the groups, in any order
     * @return the operation
     */
    public ModifyEni withSecurityGroups(Iterable<? extends SecurityGroupId> groups) {
        return withSecurityGroupSet(ImmutableSet.copyOf(requireNonNull(groups, "groups")));
    }

    /** {@return whether it goes when its instance is terminated} */
    public abstract Optional<Boolean> deleteOnTermination();

    /** {@return the attachment that the change of {@link #deleteOnTermination} is about} */
    public abstract Optional<String> attachmentId();

    /**
     * Returns a copy for whether it goes when its instance is terminated.
     *
     * @param deleteOnTermination whether it goes
     * @return the operation, for which EC2 wants {@link #withAttachmentId} as well
     */
    public abstract ModifyEni withDeleteOnTermination(boolean deleteOnTermination);

    /**
     * Returns a copy with the attachment that the change of delete-on-termination is about.
     *
     * @param attachmentId the id of the attachment, such as {@code eni-attach-66c4350a}
     * @return the operation
     */
    public abstract ModifyEni withAttachmentId(String attachmentId);

    /** {@return how long its groups remember idle connections} */
    public abstract Optional<ConnectionTracking> connectionTracking();

    /**
     * Returns a copy for the timeouts of idle connections.
     *
     * @param connectionTracking the setting that takes the place of the one it has
     * @return the operation
     */
    public abstract ModifyEni withConnectionTracking(ConnectionTracking connectionTracking);

    List<String> attributes() {
        ImmutableList.Builder<String> set = ImmutableList.builder();
        description().ifPresent(value -> set.add("description=" + value));
        sourceDestCheck().ifPresent(value -> set.add("sourceDestCheck=" + value));
        // a list without an element is not in a request, and EC2 sees no attribute
        securityGroups().filter(value -> !value.isEmpty()).ifPresent(value -> set.add("groups=" + value));
        associatePublicIpAddress().ifPresent(value -> set.add("associatePublicIpAddress=" + value));
        enablePrimaryIpv6().ifPresent(value -> set.add("enablePrimaryIpv6=" + value));
        deleteOnTermination().ifPresent(value -> set.add("deleteOnTermination=" + value));
        connectionTracking().ifPresent(value -> set.add("connectionTracking=" + value));
        return set.build();
    }

    @Override
    public String action() {
        return "ModifyNetworkInterfaceAttribute";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan)
                .changes(eni())
                .modifies(attributes())
                .namesAttachments(attachmentId().stream().toList());
    }

    @Override
    void apply(Editor editor) {
        Eni before = editor.eni(eni());
        Eni.Builder changed = before.toBuilder();
        description().ifPresent(changed::description);
        sourceDestCheck().ifPresent(changed::sourceDestCheck);
        securityGroups().ifPresent(changed::securityGroups);
        associatePublicIpAddress().ifPresent(changed::associatePublicIpAddress);
        connectionTracking().ifPresent(changed::connectionTracking);
        deleteOnTermination()
                .ifPresent(goes -> changed.attachment(before.attachment()
                        .map(place ->
                                place.toBuilder().deleteOnTermination(goes).build())));
        if (enablePrimaryIpv6().orElse(false) && before.primaryIpv6Address().isEmpty()) {
            changed.ipv6Addresses(NewEni.firstAsPrimary(before.ipv6Addresses()));
        }
        editor.put(changed.build());
        editor.report(Outcome.Kind.MODIFIED, eni(), String.join(", ", attributes()));
        associatePublicIpAddress().ifPresent(wanted -> {
            if (wanted) {
                editor.givePublicIpv4(editor.eni(eni()));
            } else {
                editor.releasePublicIpv4(editor.eni(eni()));
            }
        });
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "ModifyEni",
                "eni",
                eni(),
                "description",
                description(),
                "sourceDestCheck",
                sourceDestCheck(),
                "associatePublicIpAddress",
                associatePublicIpAddress(),
                "enablePrimaryIpv6",
                enablePrimaryIpv6(),
                "securityGroups",
                securityGroups(),
                "deleteOnTermination",
                deleteOnTermination(),
                "attachmentId",
                attachmentId(),
                "connectionTracking",
                connectionTracking());
    }
}
