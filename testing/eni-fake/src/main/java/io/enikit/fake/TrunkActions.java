package io.enikit.fake;

import io.enikit.model.Eni;
import io.enikit.model.TrunkAssociation;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.DisassociateTrunkInterface;
import java.util.Map;
import java.util.OptionalInt;

/** Puts branch interfaces on trunks, and takes them off. */
final class TrunkActions {
    private static final String ASSOCIATION = "AssociationId";
    private static final String FACT = "TrunkAssociationId";

    private TrunkActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("AssociateTrunkInterface", TrunkActions::associate);
        actions.put("DisassociateTrunkInterface", TrunkActions::disassociate);
        actions.put("DescribeTrunkInterfaceAssociations", TrunkActions::describe);
    }

    private static void associate(Call call) {
        Item in = call.in();
        String branch = in.text("BranchInterfaceId");
        AssociateTrunkInterface associate = AssociateTrunkInterface.of(branch, in.text("TrunkInterfaceId"));
        OptionalInt vlan = in.number("VlanId");
        associate = vlan.isPresent() ? associate.withVlanId(vlan.getAsInt()) : associate;
        OptionalInt gre = in.number("GreKey");
        call.apply(gre.isPresent() ? associate.withGreKey(gre.getAsInt()) : associate);
        call.fact(branch, FACT, call.fresh("trunk-assoc"));
        call.out()
                .put("InterfaceAssociation", view(call, EniActions.find(call, branch)))
                .put("ClientToken", in.find("ClientToken"));
    }

    private static String idOf(Call call, Eni branch) {
        String made = call.facts(branch.id()).get(FACT);
        return made != null
                ? made
                : Ids.derived(
                        "trunk-assoc",
                        branch.id() + " " + branch.trunkAssociation().orElseThrow());
    }

    private static Item view(Call call, Eni branch) {
        TrunkAssociation association = branch.trunkAssociation().orElseThrow();
        boolean vlan = association.protocol() == TrunkAssociation.Protocol.VLAN;
        Item item = new Item(Api.modelled(), Api.modelled().shape("TrunkInterfaceAssociation"))
                .put(ASSOCIATION, idOf(call, branch))
                .put("BranchInterfaceId", branch.id())
                .put("TrunkInterfaceId", association.trunk())
                .put("InterfaceProtocol", association.protocol().name())
                .put(vlan ? "VlanId" : "GreKey", association.key());
        TagSets.put(item, "Tags", Map.of());
        return item;
    }

    private static void disassociate(Call call) {
        String id = call.in().text(ASSOCIATION);
        Eni branch = call.plan().enis().stream()
                .filter(eni ->
                        eni.trunkAssociation().isPresent() && idOf(call, eni).equals(id))
                .findFirst()
                .orElseThrow(() -> notFound(id));
        call.apply(DisassociateTrunkInterface.of(branch.id()));
        call.state(call.state().withoutFact(branch.id().toString(), FACT));
        call.out().put("Return", true).put("ClientToken", call.in().find("ClientToken"));
    }

    private static Ec2Error notFound(String id) {
        return Ec2Error.notFound("InvalidAssociationID.NotFound", "association ID", id);
    }

    private static void describe(Call call) {
        Listing.<Eni>of(call, "InterfaceAssociations")
                .ids(
                        "AssociationIds",
                        id -> call.plan().enis().stream()
                                .filter(eni -> eni.trunkAssociation().isPresent()
                                        && idOf(call, eni).equals(id))
                                .findFirst(),
                        TrunkActions::notFound)
                .answer(
                        call.plan().enis().stream()
                                .filter(eni -> eni.trunkAssociation().isPresent())
                                .toList(),
                        eni -> idOf(call, eni),
                        eni -> view(call, eni));
    }
}
