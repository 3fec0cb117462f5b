package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Allocates an Elastic IP, which is yours until you release it. */
@Value.Immutable
public abstract class AllocateElasticIp extends Operation {
    AllocateElasticIp() {}

    /**
     * Makes the operation.
     *
     * @param elasticIp the id of the Elastic IP
     * @return the operation
     */
    public static AllocateElasticIp of(ElasticIpId elasticIp) {
        return ImmutableAllocateElasticIp.builder().elasticIp(elasticIp).build();
    }

    /**
     * Makes the operation.
     *
     * @param elasticIp the id of the Elastic IP
     * @return the operation
     */
    public static AllocateElasticIp of(String elasticIp) {
        return of(ElasticIpId.of(requireNonNull(elasticIp, "elasticIp")));
    }

    /** {@return the id of the Elastic IP} */
    public abstract ElasticIpId elasticIp();

    /** {@return the address, where it is known: EC2 chooses it} */
    public abstract Optional<IpAddress> publicIp();

    /**
     * Returns a copy with the address that EC2 chose.
     *
     * @param publicIp the address
     * @return the operation
     */
    public abstract AllocateElasticIp withPublicIp(IpAddress publicIp);

    /**
     * Returns a copy with the address that EC2 chose.
     *
     * @param publicIp the address, such as {@code 203.0.113.10}
     * @return the operation
     * @throws io.enikit.net.AddressParseException if the text is no address
     */
    public AllocateElasticIp withPublicIp(String publicIp) {
        return withPublicIp(IpAddress.parse(requireNonNull(publicIp, "publicIp")));
    }

    /** {@return the tags by key} */
    public abstract Map<String, String> tags();

    /**
     * Returns a copy with these tags.
     *
     * @param tags the tags by key
     * @return the operation
     */
    public abstract AllocateElasticIp withTags(Map<String, ? extends String> tags);

    @Override
    public String action() {
        return "AllocateAddress";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).creates(ImmutableList.of(elasticIp()), tags().keySet());
    }

    @Override
    void apply(Editor editor) {
        editor.put(ElasticIp.builder()
                .id(elasticIp())
                .publicIp(publicIp())
                .region(editor.caller().region())
                .ownerId(editor.caller().account())
                .tags(tags())
                .build());
        editor.report(
                Outcome.Kind.CREATED,
                elasticIp(),
                publicIp().map(IpAddress::toString).orElse(""));
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("AllocateElasticIp", "elasticIp", elasticIp(), "publicIp", publicIp(), "tags", tags());
    }
}
