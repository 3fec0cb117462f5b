package io.enikit.operations;

import io.enikit.model.VpcId;
import org.immutables.value.Value;

/** Detaches the internet gateway from a VPC; nothing in it may have a public address any more. */
@Value.Immutable
public abstract class DetachInternetGateway extends Operation implements OnVpc {
    DetachInternetGateway() {}

    /**
     * Detaches the internet gateway from a VPC.
     *
     * @param vpc the VPC
     * @return the operation
     */
    public static DetachInternetGateway of(VpcId vpc) {
        return ImmutableDetachInternetGateway.builder().vpc(vpc).build();
    }

    /**
     * Detaches the internet gateway from a VPC.
     *
     * @param vpc the id of the VPC
     * @return the operation
     */
    public static DetachInternetGateway of(String vpc) {
        return of(VpcId.of(vpc));
    }

    @Override
    public abstract VpcId vpc();

    @Override
    public String action() {
        return "DetachInternetGateway";
    }

    @Override
    void apply(Editor editor) {

        editor.put(editor.plan().vpc(vpc()).orElseThrow().toBuilder()
                .internetGatewayAttached(false)
                .build());
        editor.report(Outcome.Kind.DETACHED, vpc(), "internet gateway");
    }
}
