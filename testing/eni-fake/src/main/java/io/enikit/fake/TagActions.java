package io.enikit.fake;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import io.enikit.operations.UntagResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sets, shows and takes away tags. */
final class TagActions {
    private static final ImmutableMap<ResourceKind, String> TYPES = ImmutableMap.of(
            ResourceKind.VPC, "vpc",
            ResourceKind.SUBNET, "subnet",
            ResourceKind.SECURITY_GROUP, "security-group",
            ResourceKind.INSTANCE, "instance",
            ResourceKind.ENI, "network-interface",
            ResourceKind.ELASTIC_IP, "elastic-ip");

    private TagActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("CreateTags", TagActions::create);
        actions.put("DeleteTags", TagActions::delete);
        actions.put("DescribeTags", TagActions::describe);
    }

    private static void create(Call call) {
        Map<String, String> tags = TagSets.read(call.in().items("Tags"));
        List<Operation> operations = new ArrayList<>();
        for (String id : call.in().texts("Resources")) {
            Gateway gateway = call.state().gateways().get(id);
            if (gateway != null) {
                SortedMap<String, String> changed = new TreeMap<>(gateway.tags());
                changed.putAll(tags);
                TagSets.checkCount(changed.size());
                tags.keySet().forEach(TagActions::refuseReserved);
                call.state(call.state().withGateway(gateway.withTags(changed)));
            } else {
                ResourceId resource = resource(call, id);
                SortedMap<String, String> changed =
                        new TreeMap<>(call.plan().find(resource).orElseThrow().tags());
                changed.putAll(tags);
                TagSets.checkCount(changed.size());
                tags.forEach((key, value) -> operations.add(TagResource.of(resource, key, value)));
            }
        }
        call.apply(operations);
    }

    private static void refuseReserved(String key) {
        if (key.startsWith("aws:")) {
            throw Ec2Error.of(
                    "InvalidParameterValue",
                    "Value ( " + key
                            + " ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for "
                            + "internal use");
        }
    }

    private static ResourceId resource(Call call, String id) {
        return Ids.find(call.state(), id).orElseThrow(() -> missing(id));
    }

    /** The code names the kind that the id is of, as far as its form tells. */
    private static Ec2Error missing(String id) {
        int dash = id.indexOf('-');
        return switch (dash < 0 ? "" : id.substring(0, dash)) {
            case "vpc" -> Ec2Error.notFound("InvalidVpcID.NotFound", "vpc ID", id);
            case "subnet" -> Ec2Error.notFound("InvalidSubnetID.NotFound", "subnet ID", id);
            case "sg" -> Ec2Error.notFound("InvalidGroup.NotFound", "security group", id);
            case "i" -> Ec2Error.notFound("InvalidInstanceID.NotFound", "instance ID", id);
            case "eni" -> Ec2Error.notFound("InvalidNetworkInterfaceID.NotFound", "networkInterface ID", id);
            case "eipalloc" -> Ec2Error.notFound("InvalidAllocationID.NotFound", "allocation ID", id);
            case "igw" -> Ec2Error.notFound("InvalidInternetGatewayID.NotFound", "internetGateway ID", id);
            default -> Ec2Error.of("InvalidID", "The ID '" + id + "' is not valid");
        };
    }

    private static void delete(Call call) {
        List<Item> tags = call.in().items("Tags");
        List<Operation> operations = new ArrayList<>();
        for (String id : call.in().texts("Resources")) {
            Gateway gateway = call.state().gateways().get(id);
            SortedMap<String, String> present = gateway != null
                    ? gateway.tags()
                    : call.plan().find(resource(call, id)).orElseThrow().tags();
            List<String> keys = matching(present, tags);
            keys.forEach(TagActions::refuseReserved);
            if (gateway != null) {
                SortedMap<String, String> left = new TreeMap<>(present);
                left.keySet().removeAll(keys);
                call.state(call.state().withGateway(gateway.withTags(left)));
            } else {
                keys.forEach(key -> operations.add(UntagResource.of(resource(call, id), key)));
            }
        }
        call.apply(operations);
    }

    /** Returns the keys to take away: all of the user's own where none is named; with a value, that value only. */
    private static List<String> matching(SortedMap<String, String> present, List<Item> tags) {
        if (tags.isEmpty()) {
            return present.keySet().stream()
                    .filter(key -> !key.startsWith("aws:"))
                    .toList();
        }
        return tags.stream()
                .filter(tag -> tag.find("Value").isEmpty()
                        || tag.find("Value").equals(Optional.ofNullable(present.get(tag.text("Key", "")))))
                .map(tag -> tag.text("Key", ""))
                .toList();
    }

    /** A tag of a resource. */
    private record Tag(String resource, String type, String key, String value) {
        String order() {
            return resource + "\n" + key;
        }

        Item view() {
            return new Item(Api.modelled(), Api.modelled().shape("TagDescription"))
                    .put("ResourceId", resource)
                    .put("ResourceType", type)
                    .put("Key", key)
                    .put("Value", value);
        }
    }

    private static void describe(Call call) {
        List<Tag> all = new ArrayList<>();
        call.plan().resources().forEach(resource -> add(all, resource));
        call.state()
                .gateways()
                .forEach((id, gateway) ->
                        gateway.tags().forEach((key, value) -> all.add(new Tag(id, "internet-gateway", key, value))));
        Listing.<Tag>of(call, "Tags").answer(all, Tag::order, Tag::view);
    }

    private static void add(List<Tag> all, Resource resource) {
        ResourceId id = resource.resourceId();
        resource.tags()
                .forEach((key, value) ->
                        all.add(new Tag(id.toString(), TYPES.getOrDefault(id.kind(), "other"), key, value)));
    }
}
