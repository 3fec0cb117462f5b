package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.VpcId;
import org.immutables.value.Value;

/** Attaches an internet gateway to a VPC. */
@Value.Immutable
public abstract class AttachInternetGateway extends Operation {
    AttachInternetGateway() {}

    /**
     * Attaches an internet gateway to a VPC.
     *
     * @param vpc the VPC
     * @return the operation
     */
    public static AttachInternetGateway of(VpcId vpc) {
        return ImmutableAttachInternetGateway.builder().vpc(vpc).build();
    }

    /**
     * Attaches an internet gateway to a VPC.
     *
     * @param vpc the id of the VPC
     * @return the operation
     */
    public static AttachInternetGateway of(String vpc) {
        return of(VpcId.of(requireNonNull(vpc, "vpc")));
    }

    /** {@return the VPC} */
    public abstract VpcId vpc();

    @Override
    public String action() {
        return "AttachInternetGateway";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(vpc());
    }

    @Override
    void apply(Editor editor) {

        editor.put(editor.plan().vpc(vpc()).orElseThrow().toBuilder()
                .internetGatewayAttached(true)
                .build());
        editor.report(Outcome.Kind.ATTACHED, vpc(), "internet gateway");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("AttachInternetGateway", "vpc", vpc());
    }
}
