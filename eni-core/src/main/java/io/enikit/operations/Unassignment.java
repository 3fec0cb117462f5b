package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.net.IpAddress;
import java.util.Optional;

/** Takes addresses and prefixes from an interface, and the Elastic IPs that stood for them. */
final class Unassignment {
    private Unassignment() {}

    static void apply(Call.Unassigned operation, Editor editor) {
        editor.unassign(
                operation.eni(), ImmutableSet.copyOf(operation.addresses()), ImmutableSet.copyOf(operation.prefixes()));
        Eni left = editor.eni(operation.eni());
        boolean any = false;
        for (ElasticIp elasticIp : ImmutableList.copyOf(editor.plan().elasticIpsOf(left.id()))) {
            Optional<IpAddress> address = elasticIp.association().flatMap(ElasticIpAssociation::privateIpAddress);
            if (address.isPresent() && !left.owns(address.get())) {
                editor.disassociate(elasticIp);
                any = true;
            }
        }
        if (any) {
            editor.renewPublicIpv4(left.id());
        }
    }
}
