package io.enikit.diagram;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanNames;
import io.enikit.model.ResourceId;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a picture of a network shows of interfaces: one after the other, as they are and as they were. */
final class NetworkRows {
    private final Optional<NetworkPlan> before;
    private final NetworkPlan plan;
    private final PlanNames names;
    private final PlanNames oldNames;
    private final Optional<Affected> affected;

    /**
     * An interface in a place.
     *
     * @param ghost true where it was before and is no longer
     */
    record Row(EniId eni, String place, String name, String address, String detail, SvgTone tone, boolean ghost) {
        boolean isAffected() {
            return ghost || tone != SvgTone.USED;
        }
    }

    NetworkRows(
            Optional<NetworkPlan> before,
            NetworkPlan plan,
            PlanNames names,
            PlanNames oldNames,
            Optional<Affected> affected) {
        this.before = before;
        this.plan = plan;
        this.names = names;
        this.oldNames = oldNames;
        this.affected = affected;
    }

    boolean isAffected(ResourceId id) {
        return affected.filter(all -> all.contains(id)).isPresent();
    }

    String nameOf(InstanceId instance) {
        return (plan.instance(instance).isPresent() ? names : oldNames).nameOf(instance);
    }

    /** Returns the interfaces that are here, and those that were. */
    List<Row> of(List<Eni> now, List<Eni> then, Predicate<Eni> isHere) {
        List<Row> rows = new ArrayList<>();
        for (Eni eni : now) {
            rows.add(row(eni, plan, names, toneOf(eni), false));
        }
        for (Eni eni : then) {
            Optional<Eni> later = plan.eni(eni.id());
            if (later.filter(isHere).isEmpty()) {
                SvgTone tone = later.isPresent() ? SvgTone.FREE : SvgTone.REMOVED;
                rows.add(row(eni, before.orElseThrow(), oldNames, tone, true));
            }
        }
        rows.sort(Comparator.comparing(Row::place, NaturalOrder.OF_NAMES).thenComparing(Row::eni));
        return rows;
    }

    private SvgTone toneOf(Eni eni) {
        if (!isAffected(eni.id())) {
            return SvgTone.USED;
        }
        return before.orElseThrow().eni(eni.id()).isEmpty() ? SvgTone.ADDED : SvgTone.MOVED;
    }

    private static Row row(Eni eni, NetworkPlan in, PlanNames names, SvgTone tone, boolean ghost) {
        String address = eni.privateIpAddress()
                .or(() ->
                        eni.ipv6Addresses().stream().map(each -> each.address()).findFirst())
                .map(IpAddress::toString)
                .orElse("");
        return new Row(
                eni.id(),
                eni.attachment().map(NetworkRows::shortPlace).orElse(""),
                names.nameOf(eni.id()),
                address,
                String.join(" · ", details(eni, in, names, address, tone != SvgTone.USED)),
                tone,
                ghost);
    }

    private static List<String> details(Eni eni, NetworkPlan in, PlanNames names, String shown, boolean withMac) {
        List<String> details = new ArrayList<>();
        eni.trunkAssociation().ifPresent(branch -> details.add(PlanWords.branch(branch, names)));
        if (!eni.interfaceType().equals(InterfaceType.INTERFACE)) {
            details.add(eni.interfaceType().toString());
        }
        int more = PlanWords.addressesOf(eni).size() - (shown.isEmpty() ? 0 : 1);
        if (more > 0) {
            details.add("+" + more);
        }
        if (!eni.addressDemand().isNone()) {
            details.add("EC2 chooses " + eni.addressDemand());
        }
        in.elasticIpsOf(eni.id()).forEach(each -> details.add(elasticIp(each, names)));
        eni.publicIpv4().flatMap(each -> each.address()).ifPresent(each -> details.add("public " + each));
        if (withMac && eni.macAddressKnown()) {
            details.add(eni.macAddress().toString());
        }
        details.add(names.nameOf(eni.subnetId()));
        if (!eni.securityGroups().isEmpty()) {
            details.add(eni.securityGroups().stream().map(names::nameOf).collect(Collectors.joining(", ", "[", "]")));
        }
        return details;
    }

    private static String elasticIp(ElasticIp elasticIp, PlanNames names) {
        return "EIP " + elasticIp.publicIp().map(IpAddress::toString).orElseGet(() -> names.nameOf(elasticIp.id()));
    }

    private static String shortPlace(Attachment attachment) {
        return attachment.networkCardIndex() == 0
                ? String.valueOf(attachment.deviceIndex())
                : "card " + attachment.networkCardIndex() + ", " + attachment.deviceIndex();
    }
}
