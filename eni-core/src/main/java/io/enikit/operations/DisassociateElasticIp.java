package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpId;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/**
 * Takes an Elastic IP from the address that it stands for; it stays allocated.
 *
 * <p>Nothing happens if it stands for none. A running instance whose only interface has no other Elastic IP gets a
 * public IPv4 address again, if the interface is set to have one.
 */
@Value.Immutable
public abstract class DisassociateElasticIp extends Operation {
    DisassociateElasticIp() {}

    /**
     * Makes the operation.
     *
     * @param elasticIp the id of the Elastic IP
     * @return the operation
     */
    public static DisassociateElasticIp of(ElasticIpId elasticIp) {
        return ImmutableDisassociateElasticIp.builder().elasticIp(elasticIp).build();
    }

    /**
     * Makes the operation.
     *
     * @param elasticIp the id of the Elastic IP
     * @return the operation
     */
    public static DisassociateElasticIp of(String elasticIp) {
        return of(ElasticIpId.of(requireNonNull(elasticIp, "elasticIp")));
    }

    /** {@return the Elastic IP} */
    public abstract ElasticIpId elasticIp();

    @Override
    public String action() {
        return "DisassociateAddress";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(elasticIp());
    }

    @Override
    void apply(Editor editor) {
        ElasticIp before = editor.plan().elasticIp(elasticIp()).orElseThrow();
        if (before.association().isPresent()) {
            editor.disassociate(before);
            editor.renewPublicIpv4(before.association().get().eniId());
        }
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DisassociateElasticIp", "elasticIp", elasticIp());
    }
}
