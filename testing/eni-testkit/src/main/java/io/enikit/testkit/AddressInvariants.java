package io.enikit.testkit;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What holds of the addresses in each subnet: (a), (b) and (f). */
final class AddressInvariants {
    private static final int KEPT_AT_THE_START = 4;
    private static final BigInteger KEPT = BigInteger.valueOf(5);

    private final NetworkPlan plan;
    private final Consumer<String> broken;

    AddressInvariants(NetworkPlan plan, Consumer<String> broken) {
        this.plan = plan;
        this.broken = broken;
    }

    /** A block that an interface holds, a single address being a block of one. */
    private record Held(Cidr cidr, EniId eni) {}

    void check() {
        for (Subnet subnet : plan.subnets()) {
            for (IpFamily family : IpFamily.values()) {
                check(subnet, family);
            }
        }
        plan.enis().stream()
                .filter(eni -> plan.subnet(eni.subnetId()).isEmpty())
                .forEach(eni -> broken.accept("(b) " + eni.id() + " is in no subnet: " + eni.subnetId()));
    }

    private void check(Subnet subnet, IpFamily family) {
        Map<Cidr, List<Held>> sorted = new TreeMap<>();
        for (Eni eni : plan.enisIn(subnet.id())) {
            for (Cidr cidr : heldBy(eni, family)) {
                sorted.computeIfAbsent(cidr, each -> new ArrayList<>()).add(new Held(cidr, eni.id()));
            }
        }
        List<Held> held = sorted.values().stream().flatMap(Collection::stream).toList();
        checkDisjoint(subnet, held);
        Optional<Cidr> block = subnet.cidrBlock(family);
        if (block.isEmpty()) {
            held.forEach(each -> broken.accept(
                    "(b) " + each.cidr() + " of " + each.eni() + ": subnet " + subnet.id() + " has no block for it"));
            return;
        }
        held.forEach(each -> checkInside(each, block.get()));
        checkCount(subnet, block.get(), held);
        new SpaceInvariants(plan, subnet, block.get(), broken)
                .check(held.stream().map(Held::cidr).toList());
    }

    private static List<Cidr> heldBy(Eni eni, IpFamily family) {
        List<Cidr> held = new ArrayList<>(family == IpFamily.IPV4 ? eni.ipv4Prefixes() : eni.ipv6Prefixes());
        for (EniAddress each : family == IpFamily.IPV4 ? eni.privateIpAddresses() : eni.ipv6Addresses()) {
            held.add(Cidr.from(each.address()));
        }
        return held;
    }

    /** Blocks are nested or apart, so in ascending order some neighbours overlap if any two do. */
    private void checkDisjoint(Subnet subnet, List<Held> held) {
        for (int i = 1; i < held.size(); i++) {
            Held one = held.get(i - 1);
            Held other = held.get(i);
            if (one.cidr().overlaps(other.cidr())) {
                broken.accept("(a) " + other.cidr() + " of " + other.eni() + " and " + one.cidr() + " of " + one.eni()
                        + " overlap in subnet " + subnet.id());
            }
        }
    }

    private void checkInside(Held held, Cidr block) {
        IpAddress start = block.first().plus(KEPT_AT_THE_START);
        if (!block.contains(held.cidr())) {
            broken.accept("(b) " + held.cidr() + " of " + held.eni() + " is not in its subnet's block " + block);
        } else if (held.cidr().first().compareTo(start) < 0
                || held.cidr().last().equals(block.last())) {
            broken.accept("(b) " + held.cidr() + " of " + held.eni() + " is kept by EC2 in " + block);
        }
    }

    /** Sums up what the interfaces hold; where they overlap or leave the block that says nothing, (a) and (b) do. */
    private void checkCount(Subnet subnet, Cidr block, List<Held> held) {
        BigInteger used = held.stream().map(each -> each.cidr().size()).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger free =
                plan.freeSpace(subnet.id(), block.family()).map(FreeSpace::size).orElse(BigInteger.ZERO);
        BigInteger whole = BigInteger.TWO.pow(block.family().bits() - block.prefixLength());
        if (!used.add(free).add(KEPT).equals(whole)) {
            broken.accept("(f) subnet " + subnet.id() + ": " + used + " used, " + free + " free and " + KEPT
                    + " kept by EC2 do not make up the " + whole + " of " + block);
        }
    }
}
