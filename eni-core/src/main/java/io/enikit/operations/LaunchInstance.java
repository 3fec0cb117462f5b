package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.enikit.internal.VisibleText;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Launches an instance with its network interfaces.
 *
 * <p>State a subnet, and optionally groups and an address, for one interface named {@code instance/eth0}; or else state
 * each interface with {@link #plusInterface}. Interfaces that the launch creates are deleted with the instance unless
 * they say otherwise, interfaces that were there stay.
 */
@Value.Immutable
public abstract class LaunchInstance extends Operation {
    LaunchInstance() {}

    /**
     * Launches an instance with nothing given but its type.
     *
     * @param instance the id of the instance
     * @param instanceType the instance type, such as {@code m5.large}
     * @return the operation
     */
    public static LaunchInstance of(InstanceId instance, String instanceType) {
        return ImmutableLaunchInstance.builder()
                .instance(instance)
                .instanceType(instanceType)
                .build();
    }

    /**
     * Launches an instance with nothing given but its type.
     *
     * @param instance the id of the instance
     * @param instanceType the instance type, such as {@code m5.large}
     * @return the operation
     */
    public static LaunchInstance of(String instance, String instanceType) {
        return of(InstanceId.of(requireNonNull(instance, "instance")), requireNonNull(instanceType, "instanceType"));
    }

    /** {@return the id of the instance} */
    public abstract InstanceId instance();

    /** {@return the instance type, such as {@code m5.large}} */
    public abstract String instanceType();

    /** {@return the id of the subnet of the only interface} */
    public abstract Optional<SubnetId> subnetId();

    /**
     * Returns this operation in a subnet.
     *
     * @param subnetId the id of the subnet of the only interface
     * @return the operation
     */
    public abstract LaunchInstance withSubnetId(SubnetId subnetId);

    /** {@return the primary private IPv4 address of the only interface} */
    public abstract Optional<IpAddress> privateIpAddress();

    /**
     * Returns a copy that asks for the given address.
     *
     * @param privateIpAddress the primary private IPv4 address of the only interface
     * @return the operation
     */
    public abstract LaunchInstance withPrivateIpAddress(IpAddress privateIpAddress);

    /** {@return the zone that the subnets must be in, where one is asked for} */
    public abstract Optional<String> availabilityZone();

    /**
     * Returns a copy that asks for a zone, which is refused where a subnet is in another one.
     *
     * @param availabilityZone the name of the zone, such as {@code eu-west-1a}
     * @return the operation
     */
    public abstract LaunchInstance withAvailabilityZone(String availabilityZone);

    /** {@return how many instances; with more than one they are named {@code instance-1} and so on} */
    @Value.Default
    public int count() {
        return 1;
    }

    /**
     * Returns this operation several times.
     *
     * @param count how many instances; with more than one they are named {@code instance-1} and so on
     * @return the operation
     */
    public abstract LaunchInstance withCount(int count);

    /**
     * Returns this operation in a subnet.
     *
     * @param subnetId the id of the subnet of the only interface
     * @return the operation
     */
    public LaunchInstance withSubnetId(String subnetId) {
        return withSubnetId(SubnetId.of(requireNonNull(subnetId, "subnetId")));
    }

    /**
     * Returns a copy that asks for the given address.
     *
     * @param address the primary private IPv4 address of the only interface, such as {@code 10.0.0.10}
     * @return the operation
     * @throws io.enikit.net.AddressParseException if the text is no address
     */
    public LaunchInstance withPrivateIpAddress(String address) {
        return withPrivateIpAddress(IpAddress.parse(requireNonNull(address, "address")));
    }

    /** {@return the groups of the only interface} */
    @Value.NaturalOrder
    public abstract SortedSet<SecurityGroupId> securityGroups();

    /**
     * Returns a copy with these security groups in place of those it had.
     *
     * @param groups the groups, in any order
     * @return the operation
     */
    public abstract LaunchInstance withSecurityGroups(Iterable<? extends SecurityGroupId> groups);

    /**
     * Returns a copy with groups for the only interface.
     *
     * @param groups the ids of the groups
     * @return the operation
     */
    public LaunchInstance withSecurityGroups(String... groups) {
        return withSecurityGroups(Lists.transform(List.of(requireNonNull(groups, "groups")), SecurityGroupId::of));
    }

    /**
     * Returns a copy with these security groups in place of those it had.
     *
     * @param groups the groups
     * @return the operation
     */
    public LaunchInstance withSecurityGroups(SecurityGroupId... groups) {
        return withSecurityGroups(List.of(requireNonNull(groups, "groups")));
    }

    /** {@return the given interfaces} */
    public abstract List<LaunchInterface> interfaces();

    abstract LaunchInstance withInterfaces(Iterable<? extends LaunchInterface> interfaces);

    /**
     * Returns a copy that also has the given interface.
     *
     * @param launched the interface
     * @return the operation
     */
    public LaunchInstance plusInterface(LaunchInterface launched) {
        return withInterfaces(ImmutableList.<LaunchInterface>builder()
                .addAll(interfaces())
                .add(requireNonNull(launched, "launched"))
                .build());
    }

    /** {@return the tags of the instances by key; those of an interface are part of its request} */
    public abstract Map<String, String> tags();

    /**
     * Returns a copy with these tags.
     *
     * @param tags the tags of the instances by key; those of an interface are part of its request
     * @return the operation
     */
    public abstract LaunchInstance withTags(Map<String, ? extends String> tags);

    /** Lists the ids of the instances. */
    private List<InstanceId> ids() {
        ImmutableList.Builder<InstanceId> ids = ImmutableList.builder();
        for (int i = 1; i <= count(); i++) {
            ids.add(count() == 1 ? instance() : InstanceId.of(instance() + "-" + i));
        }
        return ids.build();
    }

    /** Returns the given interfaces, or the one that the subnet stands for. */
    private List<LaunchInterface> interfacesOf(InstanceId id) {
        if (interfaces().isEmpty() && subnetId().isPresent()) {
            return ImmutableList.of(LaunchInterface.creating(
                    0,
                    ImmutableCreateEni.builder()
                            .eni(EniId.of(id + "/eth0"))
                            .subnetId(subnetId().get())
                            .privateIpAddress(privateIpAddress())
                            .securityGroups(securityGroups())
                            .build()));
        }
        return interfaces().stream()
                .map(each -> count() == 1 ? each : each.forInstance(id))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the account that launches, else the owner of what the first interface is created in, or its own. */
    private Optional<String> owner(InstanceId id, Editor editor) {
        Optional<LaunchInterface> first = interfacesOf(id).stream().findFirst();
        return editor.caller()
                .account()
                .or(() -> first.flatMap(LaunchInterface::created)
                        .flatMap(create -> editor.caller().ownerIn(create.subnetId(), editor.plan())))
                .or(() -> first.flatMap(LaunchInterface::existing)
                        .map(editor::eni)
                        .flatMap(Eni::ownerId));
    }

    private void launch(InstanceId id, Editor editor) {
        editor.put(Instance.builder()
                .id(id)
                .instanceType(instanceType())
                .state(editor.settles() ? InstanceState.RUNNING : InstanceState.PENDING)
                .ownerId(owner(id, editor))
                .tags(tags())
                .build());
        editor.report(Outcome.Kind.CREATED, id, "of type " + instanceType());
        for (LaunchInterface each : interfacesOf(id)) {
            each.created()
                    .ifPresent(create -> editor.report(Outcome.Kind.CREATED, create.eni(), "in " + create.subnetId()));
            Eni eni = each.created().isPresent()
                    ? NewEni.create(each.created().get(), editor)
                    : editor.eni(each.existing().orElseThrow());
            editor.attach(
                    eni,
                    Attachment.builder()
                            .instanceId(id)
                            .deviceIndex(each.deviceIndex())
                            .networkCardIndex(each.networkCardIndex())
                            .deleteOnTermination(each.created().isPresent() && each.deleteOnTermination())
                            .attachmentId(each.attachmentId())
                            .build());
        }
        editor.renewPublicIpv4(id);
        editor.report(Outcome.Kind.STATUS, id, editor.settles() ? "pending → running" : "pending");
    }

    List<CreateEni> createdEnis() {
        return ids().stream()
                .flatMap(id -> interfacesOf(id).stream())
                .flatMap(each -> each.created().stream())
                .collect(ImmutableList.toImmutableList());
    }

    List<EniId> attached() {
        return interfaces().stream().flatMap(each -> each.existing().stream()).collect(ImmutableList.toImmutableList());
    }

    @Override
    public String action() {
        return "RunInstances";
    }

    @Override
    Call call(NetworkPlan plan) {
        List<CreateEni> enis = createdEnis();
        return Call.of(this, plan)
                .creates(
                        Stream.concat(ids().stream(), enis.stream().map(CreateEni::eni))
                                .toList(),
                        Stream.concat(Stream.of(tags()), enis.stream().map(CreateEni::tags))
                                .flatMap(tags -> tags.keySet().stream())
                                .toList())
                .createsEnis(enis)
                .attaches(attached());
    }

    @Override
    void apply(Editor editor) {
        ids().forEach(id -> launch(id, editor));
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "LaunchInstance",
                "instance",
                instance(),
                "instanceType",
                instanceType(),
                "subnetId",
                subnetId(),
                "privateIpAddress",
                privateIpAddress(),
                "count",
                count(),
                "securityGroups",
                securityGroups(),
                "interfaces",
                interfaces(),
                "tags",
                tags());
    }
}
