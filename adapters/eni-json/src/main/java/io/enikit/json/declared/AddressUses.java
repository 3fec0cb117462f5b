package io.enikit.json.declared;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.gathered.RequestRules;
import io.enikit.json.text.Node;
import io.enikit.model.ElasticIpId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Elastic IPs are used for in templates. Each can be used once: CloudFormation refuses a second association, even one
 * with the same interface, as it makes each of them anew. An address that is not known yet has one Elastic IP, too: equal
 * expressions are the same address.
 */
public final class AddressUses {
    private final Map<ElasticIpId, Declared> uses = new TreeMap<>();
    private final Map<String, ElasticIpId> ofOpenAddresses = new TreeMap<>();
    private final Collector collector;

    public AddressUses(Collector collector) {
        this.collector = collector;
    }

    public void add(Declared resource) {
        Node properties = resource.properties();
        switch (resource.type()) {
            case "EIP" -> {
                if (properties
                        .find("InstanceId")
                        .or(() -> properties.find("NetworkInterfaceId"))
                        .isPresent()) {
                    use(ElasticIpId.of(resource.name()), resource);
                }
            }
            case "EIPAssociation" ->
                properties.find("AllocationId").or(() -> properties.find("EIP")).ifPresent(id -> {
                    use(id, resource);
                    useOpenAddress(id, resource);
                });
            case "NatGateway" -> {
                properties.find("AllocationId").ifPresent(id -> use(id, resource));
                list(properties, "SecondaryAllocationIds").forEach(id -> use(id, resource));
            }
            case "LoadBalancer" ->
                list(properties, "SubnetMappings").stream()
                        .filter(mapping -> mapping.is(Node.Kind.OBJECT))
                        .flatMap(mapping -> mapping.find("AllocationId").stream())
                        .forEach(id -> use(id, resource));
            default -> {}
        }
    }

    private static List<Node> list(Node properties, String key) {
        return properties
                .find(key)
                .filter(node -> node.is(Node.Kind.LIST))
                .map(Node::items)
                .orElse(List.of());
    }

    private void use(Node id, Declared resource) {
        idOf(id).ifPresent(each -> use(ElasticIpId.of(each), resource));
    }

    private static Optional<String> idOf(Node id) {
        return switch (id.kind()) {
            case REFERENCE -> Optional.of(id.reference().name());
            case TEXT -> Optional.of(id.text()).filter(each -> !each.isBlank());
            case UNKNOWN -> Optional.of(id.open().symbol());
            default -> Optional.empty();
        };
    }

    /** Notes an address that EC2 is to choose, and that an expression names. */
    private void useOpenAddress(Node id, Declared resource) {
        Optional<String> eni = resource.properties().find("NetworkInterfaceId").flatMap(AddressUses::idOf);
        Optional<String> address = resource.properties()
                .find("PrivateIpAddress")
                .filter(node -> node.is(Node.Kind.UNKNOWN))
                .flatMap(AddressUses::idOf);
        Optional<ElasticIpId> elasticIp = idOf(id).map(ElasticIpId::of);
        if (eni.isEmpty() || address.isEmpty() || elasticIp.isEmpty()) {
            return;
        }
        String place = address.get() + " of " + eni.get();
        @Nullable ElasticIpId before = ofOpenAddresses.putIfAbsent(place, elasticIp.get());
        if (before != null && !before.equals(elasticIp.get())) {
            collector.report(
                    ReadRules.ONE_TO_ONE,
                    elasticIp.get(),
                    place + " has the Elastic IP " + before + " already",
                    "associate it with another address of the interface",
                    resource.origin());
        }
    }

    private void use(ElasticIpId id, Declared resource) {
        @Nullable Declared before = uses.putIfAbsent(id, resource);
        if (before != null) {
            collector.report(
                    RequestRules.get(RequestRules.ADDRESS_ONCE),
                    id,
                    resource.name() + " would associate it, and " + before.name() + " does so already",
                    "leave one of them out, or use another Elastic IP",
                    resource.origin());
        }
    }
}
