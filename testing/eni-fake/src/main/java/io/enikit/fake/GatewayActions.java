package io.enikit.fake;

import io.enikit.model.VpcId;
import io.enikit.operations.AttachInternetGateway;
import io.enikit.operations.DetachInternetGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Creates, attaches, shows, detaches and deletes internet gateways. */
final class GatewayActions {
    private static final String GATEWAY = "InternetGatewayId";
    private static final String VPC = "VpcId";

    private GatewayActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("CreateInternetGateway", GatewayActions::create);
        actions.put("DeleteInternetGateway", GatewayActions::delete);
        actions.put("DescribeInternetGateways", GatewayActions::describe);
        actions.put("AttachInternetGateway", GatewayActions::attach);
        actions.put("DetachInternetGateway", GatewayActions::detach);
    }

    private static Gateway find(Call call) {
        String id = call.in().text(GATEWAY);
        return Optional.ofNullable(call.state().gateways().get(id)).orElseThrow(() -> notFound(id));
    }

    private static Ec2Error notFound(String id) {
        return Ec2Error.notFound("InvalidInternetGatewayID.NotFound", "internetGateway ID", id);
    }

    private static void create(Call call) {
        Gateway gateway =
                new Gateway(call.fresh("igw"), Optional.empty(), new TreeMap<>(TagSets.of(call, "internet-gateway")));
        call.state(call.state().withGateway(gateway));
        call.out().put("InternetGateway", view(call, gateway));
    }

    private static void delete(Call call) {
        Gateway gateway = find(call);
        if (gateway.vpc().isPresent()) {
            throw Ec2Error.of(
                    "DependencyViolation",
                    "The internetGateway '" + gateway.id() + "' has dependencies and cannot be deleted.");
        }
        call.state(call.state().withoutGateway(gateway.id()));
    }

    private static void describe(Call call) {
        Listing.<Gateway>of(call, "InternetGateways")
                .ids(
                        "InternetGatewayIds",
                        id -> Optional.ofNullable(call.state().gateways().get(id)),
                        GatewayActions::notFound)
                .answer(new TreeMap<>(call.state().gateways()).values(), Gateway::id, gateway -> view(call, gateway));
    }

    private static Item view(Call call, Gateway gateway) {
        Item item = new Item(Api.modelled(), Api.modelled().shape("InternetGateway"))
                .put(GATEWAY, gateway.id())
                .put("OwnerId", call.account().id())
                .put("Attachments", List.of());
        gateway.vpc().ifPresent(vpc -> item.append("Attachments").put(VPC, vpc).put("State", "available"));
        TagSets.put(item, "Tags", gateway.tags());
        return item;
    }

    private static void attach(Call call) {
        Gateway gateway = find(call);
        VpcId vpc = VpcId.of(call.in().text(VPC));
        if (gateway.vpc().isPresent()) {
            throw Ec2Error.of(
                    "Resource.AlreadyAssociated",
                    "resource " + gateway.id() + " is already attached to network "
                            + gateway.vpc().get());
        }
        call.apply(AttachInternetGateway.of(vpc));
        call.state(call.state().withGateway(gateway.withVpc(Optional.of(vpc))));
    }

    private static void detach(Call call) {
        Gateway gateway = find(call);
        VpcId vpc = VpcActions.find(call, call.in().text(VPC)).id();
        if (gateway.vpc().filter(vpc::equals).isEmpty()) {
            throw Ec2Error.of("Gateway.NotAttached", "resource " + gateway.id() + " is not attached to network " + vpc);
        }
        call.apply(DetachInternetGateway.of(vpc));
        call.state(call.state().withGateway(gateway.withVpc(Optional.empty())));
    }
}
