package io.enikit.json.gathered;

import io.enikit.json.Origin;
import io.enikit.json.text.Symbols;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.rules.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What belongs to VPCs, subnets, groups and Elastic IPs and stands somewhere else in the files. */
public final class ResourceParts {
    private final Set<ResourceId> mentioned;
    private final Map<VpcId, List<Cidr>> blocks = new TreeMap<>();
    private final Map<VpcId, Map<Cidr, Origin>> blockOrigins = new TreeMap<>();
    /** The VPCs that internet gateways are attached to. */
    private final Set<VpcId> gateways = new TreeSet<>();

    private final Set<ElasticIpId> otherGateways = new TreeSet<>();
    private final Map<SubnetId, List<CidrReservation>> reservations = new TreeMap<>();
    private final Map<SecurityGroupId, List<VpcId>> groupVpcs = new TreeMap<>();
    private final RulesRead rules = new RulesRead();
    private final Map<ResourceId, String> regions = new TreeMap<>();

    /**
     * Makes a holder of nothing.
     *
     * @param mentioned takes the ids of what the parts belong to
     */
    ResourceParts(Set<ResourceId> mentioned) {
        this.mentioned = mentioned;
    }

    void addAll(ResourceParts other) {
        other.blocks.forEach((id, all) ->
                blocks.computeIfAbsent(id, unseen -> new ArrayList<>()).addAll(all));
        other.blockOrigins.forEach((id, all) ->
                blockOrigins.computeIfAbsent(id, unseen -> new TreeMap<>()).putAll(all));
        gateways.addAll(other.gateways);
        otherGateways.addAll(other.otherGateways);
        other.reservations.forEach((id, all) ->
                reservations.computeIfAbsent(id, unseen -> new ArrayList<>()).addAll(all));
        other.groupVpcs.forEach((id, all) ->
                groupVpcs.computeIfAbsent(id, unseen -> new ArrayList<>()).addAll(all));
        rules.addAll(other.rules);
        other.regions.forEach(regions::putIfAbsent);
    }

    /** Adds a block of a VPC behind those that it has. */
    public void block(VpcId id, Cidr block, Origin origin) {
        blockOrigins.computeIfAbsent(id, same -> new TreeMap<>()).put(block, origin);
        blocks.computeIfAbsent(id, same -> new ArrayList<>()).add(block);
    }

    Map<VpcId, Map<Cidr, Origin>> blockOrigins() {
        return Collections.unmodifiableMap(blockOrigins);
    }

    public void internetGateway(VpcId id) {
        mentioned.add(id);
        gateways.add(id);
    }

    /** Notes an Elastic IP that reaches others through a carrier gateway or a local gateway. */
    public void ofOtherGateway(ElasticIpId id) {
        otherGateways.add(id);
    }

    public void reservation(SubnetId id, CidrReservation reservation) {
        mentioned.add(id);
        reservations.computeIfAbsent(id, same -> new ArrayList<>()).add(reservation);
    }

    public void groupAssociation(SecurityGroupId id, VpcId vpc) {
        mentioned.add(id);
        mentioned.add(vpc);
        groupVpcs.computeIfAbsent(id, same -> new ArrayList<>()).add(vpc);
    }

    public RulesRead rules() {
        return rules;
    }

    /** Notes the Region that something beside a VPC or an Elastic IP tells. */
    public void region(ResourceId id, String region) {
        regions.putIfAbsent(id, region);
    }

    /**
     * Adds the parts to what they belong to.
     *
     * @param resources the resources
     */
    void addTo(ResourcesRead resources) {
        blocks.forEach((id, more) -> resources.change(id, Vpc.class, vpc -> with(vpc, more)));
        gateways.forEach(id -> resources.change(
                id,
                Vpc.class,
                vpc -> vpc.toBuilder().internetGatewayAttached(true).build()));
        reservations.forEach((id, more) -> resources.change(id, Subnet.class, subnet -> {
            Subnet.Builder changed = subnet.toBuilder();
            more.forEach(changed::addCidrReservation);
            return changed.build();
        }));
        rules.groups()
                .forEach(id -> resources.change(
                        id,
                        SecurityGroup.class,
                        group -> rules.in(group, resources.added().contains(id))));
        groupVpcs.forEach((id, more) -> resources.change(id, SecurityGroup.class, group -> {
            SecurityGroup.Builder changed = group.toBuilder();
            more.stream().filter(vpc -> !vpc.equals(group.vpcId())).forEach(changed::addAssociatedVpcId);
            return changed.build();
        }));
    }

    private static Vpc with(Vpc vpc, List<Cidr> more) {
        Vpc.Builder changed = vpc.toBuilder();
        for (Cidr each : more) {
            if (each.family() == IpFamily.IPV4) {
                changed.addCidrBlock(each);
            } else {
                changed.addIpv6CidrBlock(each);
            }
        }
        return changed.build();
    }

    /** States Regions that nothing else tells. */
    void settleRegions(NetworkPlan plan, NetworkPlan.Builder builder) {
        regions.forEach((id, region) -> plan.find(id)
                .filter(resource -> plan.regionOf(resource).isEmpty())
                .ifPresent(resource -> {
                    if (resource instanceof Vpc vpc) {
                        builder.put(vpc.toBuilder().region(region).build());
                    } else if (resource instanceof ElasticIp elasticIp) {
                        builder.put(elasticIp.toBuilder().region(region).build());
                    }
                }));
    }

    /**
     * Notes what VPCs may have, or do without: by resources that are about no VPC that is known, or by other gateways.
     *
     * @param plan the plan
     * @param candidates the VPCs that a symbol may stand for, where these are known
     * @param openFacts takes what is open
     */
    void noteOpen(NetworkPlan plan, Map<String, List<String>> candidates, OpenFacts openFacts) {
        gateways.stream()
                .filter(Symbols::is)
                .flatMap(symbol -> vpcsOf(symbol, plan, candidates).stream())
                .forEach(vpc -> openFacts.add(vpc, Fact.INTERNET_GATEWAY));
        otherGateways.stream()
                .flatMap(id -> plan.elasticIp(id).stream())
                .flatMap(elasticIp ->
                        elasticIp.association().map(ElasticIpAssociation::eniId).flatMap(plan::eni).stream())
                .flatMap(eni -> plan.vpcOf(eni).stream())
                .forEach(vpc -> openFacts.add(vpc.id(), Fact.INTERNET_GATEWAY));
        blocks.forEach((symbol, more) -> {
            if (Symbols.is(symbol)) {
                for (VpcId vpc : vpcsOf(symbol, plan, candidates)) {
                    more.forEach(block -> openFacts.add(
                            vpc, block.family() == IpFamily.IPV4 ? Fact.VPC_IPV4_BLOCKS : Fact.VPC_IPV6_BLOCKS));
                }
            }
        });
    }

    private static List<VpcId> vpcsOf(VpcId symbol, NetworkPlan plan, Map<String, List<String>> candidates) {
        List<String> known = candidates.getOrDefault(symbol.toString(), List.of());
        return known.isEmpty()
                ? plan.vpcs().stream().map(Vpc::id).toList()
                : known.stream().map(VpcId::of).toList();
    }
}
