package io.enikit.json;

import io.enikit.model.AddressPicker;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Puts something in place of what EC2 is going to choose, so that rules can count it and subnets can run full.
 *
 * <p>The choices are any that EC2 could make, so they are for checks alone; nobody gets to see them.
 */
final class Filling {
    private static final Map<IpFamily, Cidr> NOWHERE =
            Map.of(IpFamily.IPV4, Cidr.parse("240.0.0.0/4"), IpFamily.IPV6, Cidr.parse("100::/64"));

    private final NetworkPlan plan;
    private final NetworkPlan.Builder filled;
    private final AddressPicker picker;
    private final Map<IpFamily, FreeSpace> nowhere = new EnumMap<>(IpFamily.class);
    private final Map<SubnetId, Integer> lacking = new TreeMap<>();

    private Filling(NetworkPlan plan) {
        this.plan = plan;
        this.filled = plan.toBuilder();
        this.picker = AddressPicker.of(plan);
        NOWHERE.forEach((family, block) -> nowhere.put(family, FreeSpace.of(block)));
    }

    /**
     * Fills a plan.
     *
     * @param plan the plan
     * @param needed what is to be chosen
     * @param associations the Elastic IPs of addresses that are to be chosen
     * @param full takes the subnets that have no room, and how many addresses or prefixes are lacking
     */
    static NetworkPlan fill(
            NetworkPlan plan,
            Map<EniId, Needed> needed,
            Map<ElasticIpId, EniId> associations,
            BiConsumer<SubnetId, Integer> full) {
        if (needed.isEmpty() && associations.isEmpty()) {
            return plan;
        }
        Filling filling = new Filling(plan);
        needed.forEach((id, need) -> plan.eni(id).ifPresent(eni -> filling.fill(eni, need)));
        filling.lacking.forEach(full);
        NetworkPlan result = filling.filled.build();
        associations.forEach((id, eni) -> filling.associate(id, result.eni(eni)));
        return filling.filled.build();
    }

    private void fill(Eni eni, Needed need) {
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        Eni.Builder more = eni.toBuilder();
        boolean hasIpv4 = subnet.filter(Subnet::ipv6Native).isEmpty()
                && !eni.interfaceType().equals(InterfaceType.EFA_ONLY);
        for (int i = need.primary() && hasIpv4 ? 0 : 1; i <= need.secondaries(); i++) {
            boolean primary = i == 0;
            address(eni, IpFamily.IPV4).ifPresent(ip -> more.addPrivateIpAddress(new EniAddress(ip, primary)));
        }
        for (int i = 0; i < need.ipv6(); i++) {
            address(eni, IpFamily.IPV6).ifPresent(ip -> more.addIpv6Address(new EniAddress(ip, false)));
        }
        for (int i = 0; i < need.ipv4Prefixes(); i++) {
            block(eni, IpFamily.IPV4, Eni.IPV4_PREFIX_LENGTH).ifPresent(more::addIpv4Prefix);
        }
        for (int i = 0; i < need.ipv6Prefixes(); i++) {
            block(eni, IpFamily.IPV6, Eni.IPV6_PREFIX_LENGTH).ifPresent(more::addIpv6Prefix);
        }
        filled.put(more.build());
    }

    private Optional<IpAddress> address(Eni eni, IpFamily family) {
        return block(eni, family, family.bits()).map(Cidr::first);
    }

    /** Takes a block of the interface's subnet, if it has room; one from nowhere if the subnet is not known. */
    private Optional<Cidr> block(Eni eni, IpFamily family, int length) {
        SubnetId subnet = eni.subnetId();
        if (picker.space(subnet, family).isEmpty()) {
            return fromNowhere(family, length);
        }
        Optional<Cidr> chosen = (length == family.bits()
                        ? picker.addresses(subnet, family, 1)
                        : picker.prefixes(subnet, family, 1))
                .stream().findFirst();
        if (chosen.isEmpty()) {
            lacking.merge(subnet, 1, Integer::sum);
        }
        return chosen;
    }

    private Optional<Cidr> fromNowhere(IpFamily family, int length) {
        Optional<Cidr> chosen = Optional.ofNullable(nowhere.get(family)).flatMap(space -> space.lowest(length));
        chosen.ifPresent(block -> nowhere.computeIfPresent(family, (same, space) -> space.take(block)));
        return chosen;
    }

    private void associate(ElasticIpId id, Optional<Eni> eni) {
        plan.elasticIp(id)
                .ifPresent(elasticIp -> eni.flatMap(Eni::privateIpAddress)
                        .ifPresent(address -> filled.put(
                                associated(elasticIp, eni.orElseThrow().id(), address))));
    }

    private static ElasticIp associated(ElasticIp elasticIp, EniId eni, IpAddress address) {
        return elasticIp.toBuilder()
                .association(new ElasticIpAssociation(eni, address))
                .build();
    }
}
