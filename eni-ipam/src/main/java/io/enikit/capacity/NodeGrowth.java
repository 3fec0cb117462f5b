package io.enikit.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.math.IntMath;
import io.enikit.capacity.SubnetFit.Shortage;
import io.enikit.model.AddressSpace;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.Operation;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the operations that give a node more addresses; use it once. Tracks what EC2 will pick from the subnets. */
final class NodeGrowth {
    private final PodNode node;
    private final boolean prefixes;
    private final int unit;
    private final List<Integer> places;
    private final Map<SubnetId, AddressSpace> spaces = new TreeMap<>();
    private final ImmutableList.Builder<Operation> operations = ImmutableList.builder();

    /** How many addresses or prefixes still have to be placed. */
    private int missing;

    private int interfacesMade;

    NodeGrowth(PodNode node, boolean prefixes) {
        this.node = node;
        this.prefixes = prefixes;
        this.unit = prefixes ? VpcCniWarmPool.ADDRESSES_PER_PREFIX : 1;
        this.places = node.freePlaces();
    }

    NodeAddresses.Change to(int needed) {
        int lacking = IntMath.divide(Math.max(0, needed - node.count()), unit, RoundingMode.CEILING);
        int slots = slotsLeft();
        if (lacking > slots) {
            return refused(Shortage.INSTANCE_TYPE, needed, slots, typeInWords());
        }
        missing = lacking;
        fillInterfaces();
        makeInterfaces();
        if (missing == 0) {
            return new NodeAddresses.Planned(operations.build());
        }
        return interfacesMade == node.interfacesLeft()
                ? refused(Shortage.INTERFACE_QUOTA, needed, lacking - missing, quotaInWords())
                : refused(
                        prefixes ? Shortage.PREFIXES : Shortage.ADDRESSES, needed, lacking - missing, subnetsInWords());
    }

    private int slotsLeft() {
        return node.interfaces().stream().mapToInt(node::slotsLeft).sum() + places.size() * node.slotsOfANewInterface();
    }

    private void fillInterfaces() {
        for (Eni eni : node.interfaces()) {
            int count = takeUnits(eni.subnetId(), node.slotsLeft(eni));
            if (count > 0) {
                AssignPrivateIpAddresses assign = AssignPrivateIpAddresses.of(eni.id());
                operations.add(
                        prefixes
                                ? assign.withIpv4PrefixCount(count)
                                : assign.withSecondaryPrivateIpAddressCount(count));
            }
        }
    }

    private void makeInterfaces() {
        if (node.subnet().isEmpty()) {
            return;
        }
        SubnetId subnet = node.subnet().get();
        for (int place : places) {
            if (missing == 0 || interfacesMade == node.interfacesLeft() || take(subnet, 1, false) == 0) {
                return;
            }
            int count = takeUnits(subnet, node.slotsOfANewInterface());
            if (count == 0) {
                return;
            }
            makeInterface(subnet, place, count);
            interfacesMade++;
        }
    }

    private void makeInterface(SubnetId subnet, int place, int count) {
        EniId id = freeId(place);
        CreateEni create = CreateEni.of(id, subnet).withSecurityGroups(securityGroups());
        operations.add(prefixes ? create.withIpv4PrefixCount(count) : create.withSecondaryPrivateIpAddressCount(count));
        operations.add(AttachEni.of(id, node.instance(), place)
                .withNetworkCardIndex(node.limits().defaultNetworkCardIndex()));
    }

    private String[] securityGroups() {
        return node.plan().primaryEniOf(node.instance()).stream()
                .flatMap(eni -> eni.securityGroups().stream())
                .map(SecurityGroupId::toString)
                .toArray(String[]::new);
    }

    /** Returns the name that the planner would use; if it is taken, with a number appended. */
    private EniId freeId(int place) {
        String name = node.instance() + "/eth" + place;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> EniId.of(number == 1 ? name : name + "-" + number))
                .filter(id -> node.plan().eni(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private int takeUnits(SubnetId subnet, int slots) {
        int count = take(subnet, Math.min(missing, slots), prefixes);
        missing -= count;
        return count;
    }

    /** Takes what EC2 will pick, at most the given number; returns how many it took. */
    private int take(SubnetId subnet, int most, boolean asPrefixes) {
        Optional<AddressSpace> left = space(subnet);
        for (int count = 0; count < most; count++) {
            Optional<Cidr> lowest = left.flatMap(space -> lowest(space, asPrefixes));
            if (lowest.isEmpty()) {
                return count;
            }
            left = left.map(space -> space.take(lowest.get()));
            spaces.put(subnet, left.get());
        }
        return most;
    }

    private Optional<AddressSpace> space(SubnetId subnet) {
        return Optional.ofNullable(spaces.get(subnet)).or(() -> node.plan().addressSpace(subnet, IpFamily.IPV4));
    }

    private static Optional<Cidr> lowest(AddressSpace space, boolean asPrefixes) {
        if (!asPrefixes) {
            return space.forAddresses().lowest(IpFamily.IPV4.bits());
        }
        return space.block().prefixLength() > Eni.IPV4_PREFIX_LENGTH
                ? Optional.empty()
                : space.forPrefixes().lowest(Eni.IPV4_PREFIX_LENGTH);
    }

    private NodeAddresses.Refused refused(Shortage shortage, int needed, int units, String why) {
        int possible = node.count() + units * unit;
        return new NodeAddresses.Refused(
                shortage,
                needed,
                possible,
                node.instance() + " needs " + needed + " addresses for pods and gets to " + possible + ": " + why);
    }

    private String typeInWords() {
        return node.limits().instanceType() + " allows "
                + node.limits().defaultNetworkCard().maximumNetworkInterfaces() + " interfaces with "
                + node.limits().ipv4AddressesPerInterface() + " addresses each";
    }

    private String quotaInWords() {
        return "the quota is " + node.plan().quotas().networkInterfaces() + " interfaces";
    }

    /** Describes what is free in the subnets of the node before anything is taken. */
    private String subnetsInWords() {
        String words = Stream.concat(node.interfaces().stream().map(Eni::subnetId), node.subnet().stream())
                .distinct()
                .map(this::subnetInWords)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "it has no primary interface, and no subnet is named" : words;
    }

    private String subnetInWords(SubnetId subnet) {
        return node.plan()
                .addressSpace(subnet, IpFamily.IPV4)
                .map(space -> "subnet " + subnet + " has " + (prefixes ? prefixesFree(space) + " free /28, of " : "")
                        + (prefixes ? space.forPrefixes() : space.forAddresses()).size() + " free addresses")
                .orElse("subnet " + subnet
                        + (node.plan().subnet(subnet).isPresent() ? " has no IPv4 block" : " does not exist"));
    }

    private static BigInteger prefixesFree(AddressSpace space) {
        FreeSpace free = space.forPrefixes();
        return free.block().prefixLength() > Eni.IPV4_PREFIX_LENGTH
                ? BigInteger.ZERO
                : free.countOf(Eni.IPV4_PREFIX_LENGTH);
    }
}
