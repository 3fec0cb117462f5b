package io.enikit.testkit;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.Attachment;
import io.enikit.model.AttachmentStatus;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.EniStatus;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.IpAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What holds of interfaces, the instances they are attached to, and Elastic IPs: (c), (d), (e), (g), (h) and (i). */
final class InterfaceInvariants {
    private final NetworkPlan plan;
    private final InstanceTypes types;
    private final Consumer<String> broken;

    InterfaceInvariants(NetworkPlan plan, InstanceTypes types, Consumer<String> broken) {
        this.plan = plan;
        this.types = types;
        this.broken = broken;
    }

    void check() {
        for (Eni eni : plan.enis()) {
            checkPrimary(eni);
            checkStatus(eni);
            eni.instanceId().flatMap(plan::instance).ifPresent(instance -> checkLimit(eni, instance));
        }
        checkPlaces();
        checkElasticIps();
    }

    private void checkPrimary(Eni eni) {
        boolean none = eni.interfaceType().equals(InterfaceType.EFA_ONLY)
                || plan.subnet(eni.subnetId()).filter(Subnet::ipv6Native).isPresent();
        long primaries =
                eni.privateIpAddresses().stream().filter(EniAddress::primary).count();
        if (primaries != (none ? 0 : 1)) {
            broken.accept("(c) " + eni.id() + " has " + primaries + " primary private IPv4 addresses");
        }
        if (eni.ipv6Addresses().stream().filter(EniAddress::primary).count() > 1) {
            broken.accept("(c) " + eni.id() + " has several primary IPv6 addresses");
        }
    }

    private void checkStatus(Eni eni) {
        boolean attached = eni.attachment()
                .filter(attachment -> attachment.status() != AttachmentStatus.DETACHED)
                .isPresent();
        boolean used = attached || eni.trunkAssociation().isPresent();
        boolean saysSo = eni.status() != EniStatus.AVAILABLE && eni.status() != EniStatus.ASSOCIATED;
        if (used != saysSo) {
            broken.accept("(d) " + eni.id() + " is " + eni.status()
                    + (used ? ", but attached or on a trunk" : ", but neither attached nor on a trunk"));
        }
    }

    private void checkPlaces() {
        Map<String, EniId> places = new HashMap<>();
        for (Eni eni : plan.enis()) {
            Optional<String> place = eni.attachment().flatMap(InterfaceInvariants::place);
            place.flatMap(taken -> Optional.ofNullable(places.put(taken, eni.id())))
                    .ifPresent(other ->
                            broken.accept("(e) " + place.orElseThrow() + " holds " + other + " and " + eni.id()));
        }
        for (Instance instance : plan.instances()) {
            if (instance.state().isAlive() && !places.containsKey(place(instance.id(), 0, 0))) {
                broken.accept("(e) " + instance.id() + " is " + instance.state() + " without a primary interface");
            }
        }
    }

    private static Optional<String> place(Attachment at) {
        return at.instanceId().map(instance -> place(instance, at.networkCardIndex(), at.deviceIndex()));
    }

    private static String place(InstanceId instance, int networkCardIndex, int deviceIndex) {
        return "index " + deviceIndex + " of card " + networkCardIndex + " of " + instance;
    }

    private void checkLimit(Eni eni, Instance instance) {
        Optional<InstanceLimits> limits = types.find(instance.instanceType());
        int addresses = eni.privateIpAddresses().size() + eni.ipv4Prefixes().size();
        int most = limits.map(InstanceLimits::ipv4AddressesPerInterface).orElse(addresses);
        if (addresses > most) {
            broken.accept("(g) " + eni.id() + " has " + addresses + " private IPv4 addresses and prefixes, "
                    + instance.instanceType() + " allows " + most);
        }
        int ipv6 = eni.ipv6Addresses().size() + eni.ipv6Prefixes().size();
        int mostIpv6 = limits.map(each -> each.ipv6AddressesPerInterface().orElse(ipv6))
                .orElse(ipv6);
        if (ipv6 > mostIpv6) {
            broken.accept("(g) " + eni.id() + " has " + ipv6 + " IPv6 addresses and prefixes, "
                    + instance.instanceType() + " allows " + mostIpv6);
        }
    }

    private void checkElasticIps() {
        Map<Object, ElasticIp> seen = new HashMap<>();
        for (ElasticIp elasticIp : plan.elasticIps()) {
            elasticIp.association().ifPresent(association -> {
                checkUnique(seen, association, elasticIp);
                checkTarget(elasticIp, association);
            });
            elasticIp.publicIp().ifPresent(address -> checkUnique(seen, address, elasticIp));
        }
    }

    private void checkUnique(Map<Object, ElasticIp> seen, Object what, ElasticIp elasticIp) {
        Optional.ofNullable(seen.put(what, elasticIp))
                .ifPresent(
                        other -> broken.accept("(i) " + what + " is of " + other.id() + " and of " + elasticIp.id()));
    }

    private void checkTarget(ElasticIp elasticIp, ElasticIpAssociation association) {
        boolean there = plan.eni(association.eniId())
                .filter(eni -> association
                        .privateIpAddress()
                        .map(address -> has(eni, address))
                        .orElse(eni.addressDemand().ipv4Addresses() > 0))
                .isPresent();
        if (!there) {
            broken.accept("(i) " + elasticIp.id() + " stands for " + association + ", which it does not have");
        }
    }

    private static boolean has(Eni eni, IpAddress address) {
        return eni.privateIpAddresses().stream().anyMatch(each -> each.address().equals(address))
                || eni.ipv4Prefixes().stream().anyMatch(prefix -> prefix.contains(address));
    }

    static void checkKept(Eni before, Eni after, Consumer<String> broken) {
        if (!after.macAddress().equals(before.macAddress())) {
            broken.accept("(h) " + before.id() + ": MAC " + before.macAddress() + " became " + after.macAddress());
        }
        if (!after.subnetId().equals(before.subnetId())) {
            broken.accept("(h) " + before.id() + ": subnet " + before.subnetId() + " became " + after.subnetId());
        }
        if (!after.privateIpAddress().equals(before.privateIpAddress())) {
            broken.accept("(h) " + before.id() + ": primary private IPv4 " + before.privateIpAddress() + " became "
                    + after.privateIpAddress());
        }
    }
}
