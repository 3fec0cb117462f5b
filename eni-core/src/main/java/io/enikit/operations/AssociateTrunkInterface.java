package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Makes an interface a branch, which a trunk interface carries to its instance.
 *
 * <p>State one mark and only one: {@code AssociateTrunkInterface.of("pod-1", "node/trunk").withVlanId(1)}.
 */
@Value.Immutable
public abstract class AssociateTrunkInterface extends Operation {
    AssociateTrunkInterface() {}

    /**
     * Makes the operation, with no mark yet.
     *
     * @param branch the interface that becomes a branch
     * @param trunk the trunk interface
     * @return the operation
     */
    public static AssociateTrunkInterface of(EniId branch, EniId trunk) {
        return ImmutableAssociateTrunkInterface.builder()
                .eni(requireNonNull(branch, "branch"))
                .trunk(trunk)
                .build();
    }

    /**
     * Makes the operation, with no mark yet.
     *
     * @param branch the id of the interface that becomes a branch
     * @param trunk the id of the trunk interface
     * @return the operation
     */
    public static AssociateTrunkInterface of(String branch, String trunk) {
        return of(EniId.of(requireNonNull(branch, "branch")), EniId.of(requireNonNull(trunk, "trunk")));
    }

    /** {@return the interface that becomes a branch} */
    public abstract EniId eni();

    /** {@return the trunk interface} */
    public abstract EniId trunk();

    /** {@return the VLAN id} */
    public abstract OptionalInt vlanId();

    /**
     * Returns a copy with a VLAN id.
     *
     * @param vlanId the VLAN id, unique in the trunk
     * @return the operation
     */
    public abstract AssociateTrunkInterface withVlanId(int vlanId);

    /** {@return the GRE key} */
    public abstract OptionalInt greKey();

    /**
     * Returns a copy with a GRE key.
     *
     * @param greKey the GRE key, unique in the trunk
     * @return the operation
     */
    public abstract AssociateTrunkInterface withGreKey(int greKey);

    @Override
    public String action() {
        return "AssociateTrunkInterface";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).changes(eni());
    }

    @Override
    void apply(Editor editor) {
        TrunkAssociation made = vlanId().isPresent()
                ? new TrunkAssociation(trunk(), TrunkAssociation.Protocol.VLAN, vlanId().getAsInt())
                : new TrunkAssociation(trunk(), TrunkAssociation.Protocol.GRE, greKey().orElseThrow());
        Eni before = editor.eni(eni());
        boolean ordinary = before.interfaceType().equals(InterfaceType.INTERFACE);
        editor.put(before.toBuilder()
                .trunkAssociation(made)
                .interfaceType(ordinary ? InterfaceType.BRANCH : before.interfaceType())
                .build());
        editor.report(Outcome.Kind.ASSOCIATED, eni(), "with " + made);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "AssociateTrunkInterface", "eni", eni(), "trunk", trunk(), "vlanId", vlanId(), "greKey", greKey());
    }
}
