package io.enikit.fake;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.Optional;

/**
 * The ids of associations, which a plan does not have.
 *
 * <p>One that a call made is kept; one that came with a seed follows from what it associates.
 */
final class Associations {
    private static final String ASSOCIATION = "AssociationId";
    private static final String AMAZON = "amazon";

    private Associations() {}

    static String of(State state, ElasticIp elasticIp) {
        String id = elasticIp.id().toString();
        String made = state.facts(id).get(ASSOCIATION);
        return made != null
                ? made
                : Ids.derived("eipassoc", id + elasticIp.association().orElseThrow());
    }

    /** Names the association that a call has just made. */
    static String make(Call call, String elasticIp) {
        String id = call.fresh("eipassoc");
        call.fact(elasticIp, ASSOCIATION, id);
        return id;
    }

    /** Returns the id of the association of a block with a VPC or a subnet. */
    static String ofBlock(State state, String kind, Object owner, Cidr block) {
        String made = state.facts(owner.toString()).get(ASSOCIATION + block);
        return made != null ? made : Ids.derived(kind, owner + " " + block);
    }

    static String makeBlock(Call call, String kind, Object owner, Cidr block) {
        String id = call.fresh(kind);
        call.fact(owner, ASSOCIATION + block, id);
        return id;
    }

    static void forgetBlock(Call call, Object owner, Cidr block) {
        call.state(call.state().withoutFact(owner.toString(), ASSOCIATION + block));
    }

    /** Writes what stands for a private address on the internet, if anything does. */
    static void put(Call call, Item item, Eni eni, IpAddress address) {
        Optional<ElasticIp> elasticIp = call.plan().elasticIpOf(new ElasticIpAssociation(eni.id(), address));
        Optional<IpAddress> amazon = eni.publicIpv4()
                .filter(given -> eni.privateIpAddress().filter(address::equals).isPresent())
                .flatMap(given -> given.address());
        if (elasticIp.isPresent()) {
            Item association = item.child("Association")
                    .put("IpOwnerId", call.account().id())
                    .put("PublicIp", elasticIp.get().publicIp());
            if (association.shape().has("AllocationId")) {
                association
                        .put("AllocationId", elasticIp.get().id())
                        .put(ASSOCIATION, of(call.state(), elasticIp.get()));
            }
            publicName(call, association, eni, elasticIp.get().publicIp());
        } else if (amazon.isPresent()) {
            Item association =
                    item.child("Association").put("IpOwnerId", AMAZON).put("PublicIp", amazon);
            publicName(call, association, eni, amazon);
        }
    }

    private static void publicName(Call call, Item association, Eni eni, Optional<IpAddress> address) {
        association.put("PublicDnsName", publicName(call, eni, address).orElse(""));
    }

    /** Returns the name of a public address, which EC2 gives where the VPC has host names. */
    static Optional<String> publicName(Call call, Eni eni, Optional<IpAddress> address) {
        return call.plan()
                .vpcOf(eni)
                .filter(vpc -> VpcAttributes.isTrue(call.state(), vpc, VpcAttributes.DNS_HOSTNAMES))
                .flatMap(vpc -> address)
                .map(each -> DnsNames.ofPublic(each, call.region()));
    }

    /** Returns the public address of the primary address of an interface. */
    static Optional<IpAddress> publicAddress(Call call, Eni eni) {
        Optional<IpAddress> elastic = eni.privateIpAddress()
                .flatMap(address -> call.plan().elasticIpOf(new ElasticIpAssociation(eni.id(), address)))
                .flatMap(ElasticIp::publicIp);
        return elastic.isPresent() ? elastic : eni.publicIpv4().flatMap(given -> given.address());
    }
}
