package io.enikit.fake;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.SubnetId;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachAttachment;
import java.util.Map;

/** Creates, shows, attaches, detaches and deletes network interfaces. */
final class EniActions {
    private static final String NOT_FOUND = "InvalidNetworkInterfaceID.NotFound";

    private EniActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("CreateNetworkInterface", EniActions::create);
        actions.put("DescribeNetworkInterfaces", EniActions::describe);
        actions.put("AttachNetworkInterface", EniActions::attach);
        actions.put("DetachNetworkInterface", EniActions::detach);
        actions.put("DeleteNetworkInterface", EniActions::delete);
    }

    static Eni find(Call call, String id) {
        return call.plan().eni(id).orElseThrow(() -> notFound(id));
    }

    private static Ec2Error notFound(String id) {
        return Ec2Error.notFound(NOT_FOUND, "networkInterface ID", id);
    }

    private static void create(Call call) {
        Item in = call.in();
        EniId id = EniId.of(call.fresh("eni"));
        CreateEni create = NewEnis.common(CreateEni.of(id, SubnetId.of(in.text("SubnetId"))), in)
                .withTags(TagSets.of(call, "network-interface"));
        if (in.isTrue("EnablePrimaryIpv6")) {
            create = create.withEnablePrimaryIpv6(true);
        }
        call.apply(create);
        Item shown = EniView.of(call, find(call, id.toString())).put("Status", "pending");
        call.out().put("NetworkInterface", shown).put("ClientToken", in.find("ClientToken"));
    }

    private static void describe(Call call) {
        Listing.<Eni>of(call, "NetworkInterfaces")
                .ids("NetworkInterfaceIds", id -> call.plan().eni(id), EniActions::notFound)
                .withoutPagesWhereIds()
                .answer(call.plan().enis(), Eni::id, eni -> EniView.of(call, eni));
    }

    private static void attach(Call call) {
        Item in = call.in();
        String attachment = call.fresh("eni-attach");
        int card = in.number("NetworkCardIndex").orElse(0);
        String eni = in.text("NetworkInterfaceId");
        call.apply(AttachEni.of(
                        eni, in.text("InstanceId"), in.number("DeviceIndex").orElseThrow())
                .withNetworkCardIndex(card)
                .withAttachmentId(attachment));
        call.fact(eni, EniView.ATTACH_TIME, call.now());
        call.out().put("AttachmentId", attachment).put("NetworkCardIndex", card);
    }

    private static void detach(Call call) {
        call.apply(DetachAttachment.of(call.in().text("AttachmentId")));
        call.in().flag("Force");
    }

    private static void delete(Call call) {
        String id = call.in().text("NetworkInterfaceId");
        call.apply(DeleteEni.of(id));
        call.state(call.state().withoutFacts(id));
    }
}
