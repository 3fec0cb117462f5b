package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.VpcId;
import org.immutables.value.Value;

/** Detaches the internet gateway from a VPC; nothing in it may have a public address any more. */
@Value.Immutable
public abstract class DetachInternetGateway extends Operation {
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
        return of(VpcId.of(requireNonNull(vpc, "vpc")));
    }

    /** {@return the VPC} */
    public abstract VpcId vpc();

    @Override
    public String action() {
        return "DetachInternetGateway";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(vpc());
    }

    @Override
    void apply(Editor editor) {

        editor.put(editor.plan().vpc(vpc()).orElseThrow().toBuilder()
                .internetGatewayAttached(false)
                .build());
        editor.report(Outcome.Kind.DETACHED, vpc(), "internet gateway");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DetachInternetGateway", "vpc", vpc());
    }
}
