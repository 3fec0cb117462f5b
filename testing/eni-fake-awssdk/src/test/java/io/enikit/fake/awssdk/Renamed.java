package io.enikit.fake.awssdk;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Plans in which what an operation created has names that do not depend on who chose the id. */
final class Renamed {
    private Renamed() {}

    /** Renames what was not there at the start, kind by kind, in order: the first new interface is new-eni-1. */
    static NetworkPlan alike(NetworkPlan start, NetworkPlan after) {
        List<String> created = new ArrayList<>();
        after.resources()
                .filter(each -> start.find(each.resourceId()).isEmpty())
                .sorted((one, other) -> order(after, one).compareTo(order(after, other)))
                .forEach(each -> created.add(each.resourceId().toString()));
        String text = PlanText.write(after);
        // The longest first: the id of an interface may begin with that of its instance.
        List<String> longest = new ArrayList<>(created);
        longest.sort((one, other) -> Integer.compare(other.length(), one.length()));
        for (String id : longest) {
            String name = "new" + created.indexOf(id);
            text = text.replaceAll("(?<![\\w/.-])" + Pattern.quote(id) + "(?![\\w/.-])", name);
        }
        return PlanText.read(text);
    }

    /** Orders by kind, and interfaces by their place or address: what both sides choose alike. */
    private static String order(NetworkPlan plan, Resource resource) {
        String kind = resource.resourceId().kind().name();
        return resource.match(
                vpc -> kind,
                subnet -> kind + subnet.cidrBlock() + subnet.ipv6CidrBlock(),
                group -> kind + group.groupName() + group.vpcId(),
                instance -> kind
                        + plan.enisOf(instance.id()).stream()
                                .map(eni -> eni.privateIpAddresses() + "" + eni.ipv6Addresses())
                                .toList(),
                eni -> kind + eni.privateIpAddresses() + eni.ipv6Addresses() + eni.subnetId(),
                elasticIp -> kind);
    }
}
