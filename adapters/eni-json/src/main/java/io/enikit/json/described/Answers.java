package io.enikit.json.described;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.enikit.json.cloudformation.Template;
import io.enikit.json.gathered.Collector;
import io.enikit.json.terraform.TerraformFiles;
import io.enikit.json.text.Node;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the keys of a document say about it: which answers of AWS are read, and what else it may be. */
public final class Answers {
    /** What creates one resource answers with one object, in place of a list. */
    private static final Map<String, String> SINGLES = ImmutableMap.<String, String>builder()
            .put("NetworkInterface", "NetworkInterfaces")
            .put("Subnet", "Subnets")
            .put("Vpc", "Vpcs")
            .put("NatGateway", "NatGateways")
            .put("InternetGateway", Collector.INTERNET_GATEWAYS)
            .put("InterfaceAssociation", Described.TRUNK_ASSOCIATIONS)
            .put("SubnetCidrReservation", "SubnetIpv4CidrReservations")
            .buildOrThrow();

    /** The members of what allocates an Elastic IP answers with. */
    public static final Set<String> OF_ADDRESS =
            ImmutableSet.of("AllocationId", "PublicIp", "NetworkBorderGroup", "Domain");

    /** The member of CloudFormation's get-template that holds the template, as an object or as a text. */
    public static final String TEMPLATE_BODY = "TemplateBody";

    private static final Pattern KEY_OF_AN_ANSWER = Pattern.compile("[A-Z][A-Za-z0-9]+");
    private static final int MOST_KEYS = 8;

    private Answers() {}

    /** Finds the reader of a list, by its key as the AWS CLI writes it, or as the SDK for Java calls it. */
    public static Optional<String> list(String key) {
        String name = capitalized(key);
        return Described.LISTS.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    public static Optional<String> single(String key) {
        return Optional.ofNullable(SINGLES.get(capitalized(key)));
    }

    private static String capitalized(String key) {
        return key.isEmpty() || !Character.isLowerCase(key.charAt(0)) || key.indexOf('_') >= 0
                ? key
                : Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    /** Returns an object of a list with its keys as the AWS CLI writes them, if they are as the SDK calls them. */
    public static Node inTheWordsOfTheCli(Node node, String key) {
        return capitalized(key).equals(key) ? node : capitalized(node);
    }

    private static Node capitalized(Node node) {
        return switch (node.kind()) {
            case OBJECT -> {
                Map<String, Node> members = new LinkedHashMap<>();
                node.members().forEach((key, value) -> members.put(capitalized(key), capitalized(value)));
                yield Node.object(members, node.place());
            }
            case LIST ->
                Node.list(node.items().stream().map(Answers::capitalized).toList(), node.place());
            default -> node;
        };
    }

    /** Returns whether a key may be that of a list in an answer that is not read. */
    public static boolean mayBeList(String key) {
        return KEY_OF_AN_ANSWER.matcher(key).matches();
    }

    /** Says what was expected of a document, and what it has instead. */
    public static String expectation(Collection<String> found) {
        return "expected one of the keys " + String.join(", ", Described.LISTS.keySet()) + ", " + Template.RESOURCES
                + " or " + TerraformFiles.FORMAT_VERSION
                + (found.isEmpty() ? "; there is none" : ", found " + listed(found) + hint(found));
    }

    private static String listed(Collection<String> found) {
        String some = String.join(", ", found.stream().limit(MOST_KEYS).toList());
        return some + (found.size() > MOST_KEYS ? " and " + (found.size() - MOST_KEYS) + " others" : "");
    }

    private static String hint(Collection<String> found) {
        if (found.contains("artifacts") && found.contains("version")) {
            return ": this is the manifest of a CDK app; its templates are the files .template.json beside it";
        } else if (found.contains("tree")) {
            return ": this is the construct tree of a CDK app; its templates are the files .template.json beside it";
        } else if (found.stream().anyMatch(List.of("network_interfaces", "subnets", "vpcs", "instances")::contains)) {
            return ": these are not the keys of the AWS CLI, which writes NetworkInterfaces, Subnets, Vpcs, Instances";
        }
        return "";
    }
}
