package io.enikit.fake;

import io.enikit.model.CidrReservation;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.operations.CreateSubnetCidrReservation;
import io.enikit.operations.DeleteSubnetCidrReservation;
import io.enikit.operations.ModifySubnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes the attributes of subnets, and reserves parts of them. */
final class SubnetAttributeActions {
    private static final String SUBNET = "SubnetId";
    private static final String AUTO_IPV6 = "AssignIpv6AddressOnCreation";
    private static final String AUTO_PUBLIC = "MapPublicIpOnLaunch";
    private static final String NO_LNI = "DisableLniAtDeviceIndex";
    private static final String DESCRIPTION = "Description";
    private static final List<String> ATTRIBUTES = List.of(
            AUTO_IPV6,
            AUTO_PUBLIC,
            SubnetView.DNS64,
            SubnetView.HOSTNAME_TYPE,
            SubnetView.A_RECORD,
            SubnetView.AAAA_RECORD,
            SubnetView.LNI,
            NO_LNI);

    private SubnetAttributeActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("ModifySubnetAttribute", SubnetAttributeActions::modify);
        actions.put("CreateSubnetCidrReservation", SubnetAttributeActions::reserve);
        actions.put("DeleteSubnetCidrReservation", SubnetAttributeActions::unreserve);
        actions.put("GetSubnetCidrReservations", SubnetAttributeActions::reservations);
    }

    private static void modify(Call call) {
        Item in = call.in();
        String id = in.text(SUBNET);
        List<String> set = ATTRIBUTES.stream().filter(in::has).toList();
        if (set.size() > 1) {
            throw Ec2Error.combination("Fields for multiple attribute types specified: " + String.join(", ", set));
        }
        String attribute = set.isEmpty() ? AUTO_PUBLIC : set.get(0);
        switch (attribute) {
            case AUTO_IPV6, AUTO_PUBLIC -> {
                ModifySubnet modify = ModifySubnet.of(id);
                Optional<Boolean> ipv6 = in.valueOf(AUTO_IPV6).map(Boolean::valueOf);
                modify = ipv6.isPresent() ? modify.withAssignIpv6AddressOnCreation(ipv6.get()) : modify;
                Optional<Boolean> open = in.valueOf(AUTO_PUBLIC).map(Boolean::valueOf);
                call.apply(open.isPresent() ? modify.withMapPublicIpOnLaunch(open.get()) : modify);
            }
            case SubnetView.HOSTNAME_TYPE -> hostnameType(call, SubnetActions.find(call, id), in.text(attribute));
            case SubnetView.LNI ->
                call.fact(
                        SubnetActions.find(call, id).id(),
                        attribute,
                        in.number(attribute).orElseThrow());
            case NO_LNI ->
                call.state(call.state()
                        .withoutFact(SubnetActions.find(call, id).id().toString(), SubnetView.LNI));
            default -> call.fact(SubnetActions.find(call, id).id(), attribute, in.valueOf(attribute));
        }
    }

    private static void hostnameType(Call call, Subnet subnet, String type) {
        if (!type.equals("ip-name") && !type.equals("resource-name")) {
            throw Ec2Error.invalidValue("privateDnsHostnameType", type, "Valid values: ip-name, resource-name");
        }
        if (subnet.ipv6Native() && type.equals("ip-name")) {
            throw Ec2Error.of(
                    "InvalidParameterValue",
                    "Value ip-name for parameter PrivateDnsHostnameType is not supported in an IPv6-only subnet.");
        }
        call.fact(subnet.id(), SubnetView.HOSTNAME_TYPE, type);
    }

    private static void reserve(Call call) {
        Item in = call.in();
        String subnet = in.text(SUBNET);
        String type = in.text("ReservationType");
        Cidr block = Requests.block(in.text("Cidr"), "Cidr");
        CidrReservation reservation = typeOf(type)
                .map(each -> new CidrReservation(block, each))
                .orElseThrow(() -> Ec2Error.invalidValue("reservationType", type, "Valid values: prefix, explicit"));
        Map<String, String> tags = TagSets.of(call, "subnet-cidr-reservation");
        call.apply(
                CreateSubnetCidrReservation.of(SubnetActions.find(call, subnet).id(), reservation));
        String id = call.fresh("scr");
        call.fact(subnet, id(block), id);
        in.find(DESCRIPTION).ifPresent(text -> call.fact(id, DESCRIPTION, text));
        Tagged.put(call, id, tags);
        call.out().put("SubnetCidrReservation", view(call, SubnetActions.find(call, subnet), reservation));
    }

    private static Optional<CidrReservation.Type> typeOf(String text) {
        for (CidrReservation.Type each : CidrReservation.Type.values()) {
            if (each.toString().equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Names the fact of a subnet that holds the id of a reservation. */
    private static String id(Cidr block) {
        return "ReservationId" + block;
    }

    private static String idOf(Call call, Subnet subnet, CidrReservation reservation) {
        String made = call.facts(subnet.id()).get(id(reservation.cidr()));
        return made != null ? made : Ids.derived("scr", subnet.id() + " " + reservation.cidr());
    }

    private static Item view(Call call, Subnet subnet, CidrReservation reservation) {
        String id = idOf(call, subnet, reservation);
        Item item = new Item(Api.modelled(), Api.modelled().shape("SubnetCidrReservation"))
                .put("SubnetCidrReservationId", id)
                .put(SUBNET, subnet.id())
                .put("Cidr", reservation.cidr())
                .put("ReservationType", reservation.type())
                .put("OwnerId", call.account().id())
                .put(DESCRIPTION, call.facts(id).get(DESCRIPTION));
        TagSets.put(item, "Tags", Tagged.of(call.state(), id));
        return item;
    }

    private static void unreserve(Call call) {
        String id = call.in().text("SubnetCidrReservationId");
        for (Subnet subnet : call.plan().subnets()) {
            for (CidrReservation each : subnet.cidrReservations()) {
                if (idOf(call, subnet, each).equals(id)) {
                    call.out().put("DeletedSubnetCidrReservation", view(call, subnet, each));
                    call.apply(DeleteSubnetCidrReservation.of(subnet.id(), each.cidr()));
                    call.state(call.state()
                            .withoutFacts(id)
                            .withoutFact(subnet.id().toString(), id(each.cidr())));
                    return;
                }
            }
        }
        throw Ec2Error.notFound("InvalidSubnetCidrReservationID.NotFound", "subnet CIDR reservation ID", id);
    }

    private static void reservations(Call call) {
        Subnet subnet = SubnetActions.find(call, call.in().text(SUBNET));
        Filters filters = Filters.of(call);
        Pages pages = Pages.of(call);
        call.out().put("SubnetIpv4CidrReservations", List.of()).put("SubnetIpv6CidrReservations", List.of());
        List<CidrReservation> shown = new ArrayList<>();
        for (CidrReservation each : pages.rest(subnet.cidrReservations(), each -> idOf(call, subnet, each))) {
            Item item = view(call, subnet, each);
            if (filters.test(item)) {
                if (shown.size() == pages.size()) {
                    call.out().put("NextToken", pages.token(idOf(call, subnet, shown.get(shown.size() - 1))));
                    return;
                }
                shown.add(each);
                boolean ipv4 = each.cidr().family() == IpFamily.IPV4;
                call.out().add(ipv4 ? "SubnetIpv4CidrReservations" : "SubnetIpv6CidrReservations", item);
            }
        }
    }
}
