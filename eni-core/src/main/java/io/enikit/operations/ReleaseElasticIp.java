package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.ElasticIpId;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/**
 * Gives an Elastic IP back to EC2; it must not be associated with anything.
 */
@Value.Immutable
public abstract class ReleaseElasticIp extends Operation {
    ReleaseElasticIp() {}

    /**
     * Makes the operation.
     *
     * @param elasticIp the id of the Elastic IP
     * @return the operation
     */
    public static ReleaseElasticIp of(ElasticIpId elasticIp) {
        return ImmutableReleaseElasticIp.builder().elasticIp(elasticIp).build();
    }

    /**
     * Makes the operation.
     *
     * @param elasticIp the id of the Elastic IP
     * @return the operation
     */
    public static ReleaseElasticIp of(String elasticIp) {
        return of(ElasticIpId.of(requireNonNull(elasticIp, "elasticIp")));
    }

    /** {@return the Elastic IP} */
    public abstract ElasticIpId elasticIp();

    @Override
    public String action() {
        return "ReleaseAddress";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(elasticIp());
    }

    @Override
    void apply(Editor editor) {
        editor.remove(elasticIp());
        editor.report(Outcome.Kind.DELETED, elasticIp(), "");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("ReleaseElasticIp", "elasticIp", elasticIp());
    }
}
