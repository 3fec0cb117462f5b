package io.enikit.fake;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.net.IpAddress;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.DisassociateElasticIp;
import io.enikit.operations.Operation;
import io.enikit.operations.ReleaseElasticIp;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Allocates, associates, shows and releases Elastic IPs. */
final class AddressActions {
    private static final String ALLOCATION = "AllocationId";
    private static final String ASSOCIATION = "AssociationId";
    private static final String PUBLIC_IP = "PublicIp";
    private static final String PRIVATE_IP = "PrivateIpAddress";
    private static final String VPC = "vpc";

    private AddressActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("AllocateAddress", AddressActions::allocate);
        actions.put("ReleaseAddress", AddressActions::release);
        actions.put("AssociateAddress", AddressActions::associate);
        actions.put("DisassociateAddress", AddressActions::disassociate);
        actions.put("DescribeAddresses", AddressActions::describe);
        actions.put("DescribeAddressesAttribute", AddressActions::describeAttribute);
    }

    private static void allocate(Call call) {
        String domain = call.in().text("Domain", VPC);
        if (!domain.equals(VPC)) {
            throw Ec2Error.invalidValue("domain", domain, "Valid values: vpc");
        }
        String id = call.fresh("eipalloc");
        Optional<String> wanted = call.in().find("Address");
        if (wanted.isPresent()) {
            throw Ec2Error.of("AuthFailure", "The address '" + wanted.get() + "' does not belong to you.");
        }
        IpAddress address = Chosen.publicAddress(call);
        call.apply(AllocateElasticIp.of(id).withPublicIp(address).withTags(TagSets.of(call, "elastic-ip")));
        call.out()
                .put(ALLOCATION, id)
                .put(PUBLIC_IP, address)
                .put("Domain", VPC)
                .put("PublicIpv4Pool", "amazon")
                .put("NetworkBorderGroup", call.region());
    }

    private static void release(Call call) {
        ElasticIpId id = target(call);
        call.apply(ReleaseElasticIp.of(id));
        call.state(call.state().withoutFacts(id.toString()));
    }

    /** Returns the Elastic IP that a request names by its allocation or by its address. */
    private static ElasticIpId target(Call call) {
        Optional<String> allocation = call.in().find(ALLOCATION);
        if (allocation.isPresent()) {
            return ElasticIpId.of(allocation.get());
        }
        String address = call.in().find(PUBLIC_IP).orElseThrow(() -> Ec2Error.missingParameter("allocationId"));
        return byAddress(call, address)
                .orElseThrow(() -> Ec2Error.of("InvalidAddress.NotFound", "Address '" + address + "' not found."))
                .id();
    }

    private static Optional<ElasticIp> byAddress(Call call, String address) {
        return call.plan().elasticIps().stream()
                .filter(each -> each.publicIp()
                        .map(IpAddress::toString)
                        .filter(address::equals)
                        .isPresent())
                .findFirst();
    }

    private static void associate(Call call) {
        Item in = call.in();
        Optional<String> eni = in.find("NetworkInterfaceId");
        Optional<String> instance = in.find("InstanceId");
        ElasticIpId id = target(call);
        Optional<String> privateAddress = in.find(PRIVATE_IP);
        if (eni.isPresent() == instance.isPresent()) {
            throw eni.isPresent()
                    ? Ec2Error.combination("You may specify either an instance ID or a network interface ID, not both.")
                    : Ec2Error.of("MissingParameter", "Either instance ID or network interface id must be specified");
        }
        boolean again = in.flag("AllowReassociation").orElse(true);
        String before = call.plan()
                .elasticIp(id)
                .filter(each -> each.association().isPresent())
                .map(each -> Associations.of(call.state(), each))
                .orElse("");
        call.apply(
                eni.isPresent()
                        ? withInterface(id, eni.get(), again, privateAddress)
                        : withInstance(id, instance.orElseThrow(), again, privateAddress),
                id,
                before);
        call.out().put(ASSOCIATION, Associations.make(call, id.toString()));
    }

    private static Operation withInterface(ElasticIpId id, String eni, boolean again, Optional<String> address) {
        AssociateElasticIp associate = AssociateElasticIp.of(id.toString(), eni).withAllowReassociation(again);
        return address.isPresent()
                ? associate.withPrivateIpAddress(Requests.address(address.get(), PRIVATE_IP))
                : associate;
    }

    private static Operation withInstance(ElasticIpId id, String instance, boolean again, Optional<String> address) {
        AssociateElasticIpWithInstance associate =
                AssociateElasticIpWithInstance.of(id.toString(), instance).withAllowReassociation(again);
        return address.isPresent()
                ? associate.withPrivateIpAddress(Requests.address(address.get(), PRIVATE_IP))
                : associate;
    }

    private static void disassociate(Call call) {
        Optional<String> association = call.in().find(ASSOCIATION);
        ElasticIp elasticIp;
        if (association.isPresent()) {
            elasticIp = call.plan().elasticIps().stream()
                    .filter(each -> each.association().isPresent()
                            && Associations.of(call.state(), each).equals(association.get()))
                    .findFirst()
                    .orElseThrow(() ->
                            Ec2Error.notFound("InvalidAssociationID.NotFound", "association ID", association.get()));
        } else {
            String address = call.in().find(PUBLIC_IP).orElseThrow(() -> Ec2Error.missingParameter("associationId"));
            elasticIp = byAddress(call, address)
                    .orElseThrow(() -> Ec2Error.of("InvalidAddress.NotFound", "Address '" + address + "' not found."));
        }
        call.apply(DisassociateElasticIp.of(elasticIp.id()));
    }

    private static void describe(Call call) {
        Item in = call.in();
        Collection<ElasticIp> all = call.plan().elasticIps();
        if (in.has("PublicIps")) {
            Set<String> wanted = Set.copyOf(in.texts("PublicIps"));
            for (String address : wanted) {
                if (byAddress(call, address).isEmpty()) {
                    throw Ec2Error.of("InvalidAddress.NotFound", "Address '" + address + "' not found.");
                }
            }
            all = all.stream()
                    .filter(each -> each.publicIp()
                            .map(IpAddress::toString)
                            .filter(wanted::contains)
                            .isPresent())
                    .toList();
        }
        Listing.<ElasticIp>of(call, "Addresses")
                .ids("AllocationIds", id -> call.plan().elasticIp(id), AddressActions::notFound)
                .answer(all, ElasticIp::id, each -> view(call, each));
    }

    private static Ec2Error notFound(String id) {
        return Ec2Error.notFound("InvalidAllocationID.NotFound", "allocation ID", id);
    }

    private static Item view(Call call, ElasticIp elasticIp) {
        Item item = new Item(Api.modelled(), Api.modelled().shape("Address"))
                .put(ALLOCATION, elasticIp.id())
                .put(PUBLIC_IP, elasticIp.publicIp())
                .put("Domain", VPC)
                .put("PublicIpv4Pool", "amazon")
                .put("NetworkBorderGroup", call.region());
        Optional<ElasticIpAssociation> association = elasticIp.association();
        Optional<Eni> eni = association.flatMap(each -> call.plan().eni(each.eniId()));
        if (association.isPresent()) {
            item.put(ASSOCIATION, Associations.of(call.state(), elasticIp))
                    .put("NetworkInterfaceId", association.get().eniId())
                    .put(PRIVATE_IP, association.get().privateIpAddress())
                    .put("NetworkInterfaceOwnerId", call.account().id())
                    .put("InstanceId", eni.flatMap(Eni::instanceId));
        }
        TagSets.put(item, "Tags", elasticIp.tags());
        return item;
    }

    private static void describeAttribute(Call call) {
        String attribute = call.in().text("Attribute", "domain-name");
        if (!attribute.equals("domain-name")) {
            throw Ec2Error.invalidValue("attribute", attribute, "Valid values: domain-name");
        }
        Listing.<ElasticIp>of(call, "Addresses")
                .ids("AllocationIds", id -> call.plan().elasticIp(id), AddressActions::notFound)
                .answer(
                        call.plan().elasticIps(),
                        ElasticIp::id,
                        each -> new Item(Api.modelled(), Api.modelled().shape("AddressAttribute"))
                                .put(ALLOCATION, each.id())
                                .put(PUBLIC_IP, each.publicIp()));
    }
}
