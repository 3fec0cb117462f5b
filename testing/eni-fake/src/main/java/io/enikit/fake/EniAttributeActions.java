package io.enikit.fake;

import io.enikit.model.Eni;
import io.enikit.model.SecurityGroupId;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ResetEni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes and shows the attributes of interfaces. */
final class EniAttributeActions {
    private static final String ENI = "NetworkInterfaceId";
    private static final String DESCRIPTION = "Description";
    private static final String SOURCE_DEST_CHECK = "SourceDestCheck";
    private static final String ASSOCIATE_PUBLIC = "AssociatePublicIpAddress";

    private EniAttributeActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("ModifyNetworkInterfaceAttribute", EniAttributeActions::modify);
        actions.put("ResetNetworkInterfaceAttribute", EniAttributeActions::reset);
        actions.put("DescribeNetworkInterfaceAttribute", EniAttributeActions::describe);
    }

    private static void modify(Call call) {
        Item in = call.in();
        ModifyEni modify = ModifyEni.of(in.text(ENI));
        Optional<String> description = in.valueOf(DESCRIPTION);
        modify = description.isPresent() ? modify.withDescription(description.get()) : modify;
        Optional<Boolean> check = in.valueOf(SOURCE_DEST_CHECK).map(Boolean::valueOf);
        modify = check.isPresent() ? modify.withSourceDestCheck(check.get()) : modify;
        if (in.has("Groups")) {
            modify = modify.withSecurityGroups(
                    in.texts("Groups").stream().map(SecurityGroupId::of).toList());
        }
        Optional<Boolean> associate = in.flag(ASSOCIATE_PUBLIC);
        modify = associate.isPresent() ? modify.withAssociatePublicIpAddress(associate.get()) : modify;
        Optional<Boolean> primary = in.flag("EnablePrimaryIpv6");
        modify = primary.isPresent() ? modify.withEnablePrimaryIpv6(primary.get()) : modify;
        Optional<Item> tracking = in.item("ConnectionTrackingSpecification");
        modify = tracking.isPresent() ? modify.withConnectionTracking(NewEnis.tracking(tracking.get())) : modify;
        Optional<Item> attachment = in.item("Attachment");
        if (attachment.isPresent()) {
            Optional<String> id = attachment.get().find("AttachmentId");
            modify = id.isPresent() ? modify.withAttachmentId(id.get()) : modify;
            Optional<Boolean> goes = attachment.get().flag("DeleteOnTermination");
            modify = goes.isPresent() ? modify.withDeleteOnTermination(goes.get()) : modify;
        }
        call.apply(modify);
    }

    private static void reset(Call call) {
        if (call.in().find(SOURCE_DEST_CHECK).isEmpty()) {
            throw Ec2Error.missingParameter("sourceDestCheck");
        }
        call.apply(ResetEni.of(call.in().text(ENI)));
    }

    private static void describe(Call call) {
        Item in = call.in();
        Eni eni = EniActions.find(call, in.text(ENI));
        Item out = call.out().put(ENI, eni.id());
        switch (in.find("Attribute").orElseThrow(() -> Ec2Error.missingParameter("attribute"))) {
            case "description" -> out.child(DESCRIPTION).put("Value", eni.description());
            case "sourceDestCheck" -> out.child(SOURCE_DEST_CHECK).put("Value", eni.sourceDestCheck());
            case "associatePublicIpAddress" -> out.put(ASSOCIATE_PUBLIC, eni.associatePublicIpAddress());
            case "groupSet" -> {
                out.put("Groups", List.of());
                EniView.groups(call, eni.securityGroups(), out, "Groups");
            }
            case "attachment" ->
                EniView.of(call, eni).item("Attachment").ifPresent(part -> out.put("Attachment", part));
            default -> throw Ec2Error.invalidValue("attribute", in.text("Attribute"), "Unknown attribute.");
        }
    }
}
