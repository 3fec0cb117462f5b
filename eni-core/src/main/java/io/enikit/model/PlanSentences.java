package io.enikit.model;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.ShortList;
import io.enikit.internal.VisibleText;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what two plans differ in as a person would: a sentence for each resource. */
final class PlanSentences {
    private static final String NAME = "tag:Name";
    private static final int MOST_KEPT = 3;

    private final NetworkPlan before;
    private final NetworkPlan after;
    private final PlanNames oldNames;
    private final PlanNames newNames;

    PlanSentences(NetworkPlan before, NetworkPlan after) {
        this.before = before;
        this.after = after;
        this.oldNames = PlanNames.of(before);
        this.newNames = PlanNames.of(after);
    }

    String changed(PlanDiff.Change change) {
        List<String> parts = new ArrayList<>();
        FieldSentences fields = new FieldSentences(change.fields(), oldNames, newNames);
        if (fields.has(NAME) && !oldNames.nameOf(change.id()).equals(newNames.nameOf(change.id()))) {
            parts.add("was called " + oldNames.nameOf(change.id()) + " before");
            fields.leaveOut(NAME);
        }
        if (change.id() instanceof EniId id) {
            place(before.eni(id).orElseThrow(), after.eni(id).orElseThrow()).ifPresent(place -> {
                parts.add(place);
                fields.leaveOut(EniLine.OF_ATTACHMENT);
            });
        } else if (change.id() instanceof ElasticIpId id) {
            association(
                            before.elasticIp(id).orElseThrow().association(),
                            after.elasticIp(id).orElseThrow().association())
                    .ifPresent(association -> {
                        parts.add(association);
                        fields.leaveOut(ElasticIpLine.OF_ASSOCIATION);
                    });
        }
        boolean quotas = change.id().equals(PlanId.of());
        parts.addAll(quotas ? fields.quotas() : fields.parts());
        String subject = quotas ? "quota" : subject(change.id(), newNames);
        return VisibleText.of(subject + " " + String.join("; ", parts));
    }

    String added(Resource resource) {
        return whole(resource, "was added", newNames);
    }

    String removed(Resource resource) {
        return whole(resource, "was removed", oldNames);
    }

    String addedDuplicate(Resource resource) {
        return whole(resource, "is there once more", newNames);
    }

    String removedDuplicate(Resource resource) {
        return whole(resource, "is there once less", oldNames);
    }

    String demand(SubnetDemand demand, boolean isNew) {
        PlanNames names = isNew ? newNames : oldNames;
        String subnets =
                ShortList.of(demand.subnets().stream().map(names::nameOf).toList());
        return VisibleText.of(demand.name() + (isNew ? " asks for " : " asks no longer for ") + demand.addresses()
                + " in " + subnets);
    }

    private static String whole(Resource resource, String verb, PlanNames names) {
        String rest = resource.match(
                vpc -> list(vpc.cidrBlocks(), vpc.ipv6CidrBlocks()),
                subnet -> subnetBlocks(subnet) + " in " + subnet.availabilityZone(),
                group -> "in VPC " + names.nameOf(group.vpcId()),
                Instance::instanceType,
                eni -> interfaceInWords(eni, names),
                eip -> eip.publicIp().map(Object::toString).orElse(""));
        return VisibleText.of(
                subject(resource.resourceId(), names) + " " + verb + (rest.isBlank() ? "" : ": " + rest.strip()));
    }

    private static String interfaceInWords(Eni eni, PlanNames names) {
        List<String> words = new ArrayList<>();
        holdings(eni).findFirst().ifPresent(words::add);
        words.add("in subnet " + names.nameOf(eni.subnetId()));
        eni.instanceId().ifPresent(instance -> words.add("on " + names.nameOf(instance)));
        return String.join(", ", words);
    }

    private static String subnetBlocks(Subnet subnet) {
        return list(
                subnet.cidrBlock().stream().toList(),
                subnet.ipv6CidrBlock().stream().toList());
    }

    private static String list(Collection<Cidr> ipv4, Collection<Cidr> ipv6) {
        return ShortList.of(ImmutableList.builder().addAll(ipv4).addAll(ipv6).build());
    }

    private static String subject(ResourceId id, PlanNames names) {
        String kind = switch (id.kind()) {
            case PLAN, ENI -> "";
            case VPC -> "VPC ";
            case SUBNET -> "subnet ";
            case SECURITY_GROUP -> "group ";
            case INSTANCE -> "instance ";
            case ELASTIC_IP -> "Elastic IP ";
        };
        return kind + names.nameOf(id);
    }

    /** Says where an interface went, empty where it stayed or where only a service knows. */
    private Optional<String> place(Eni was, Eni is) {
        Optional<String> old = was.instanceId().map(oldNames::nameOf);
        Optional<String> current = is.instanceId().map(newNames::nameOf);
        if (was.instanceId().isPresent() && is.attachment().isEmpty()) {
            return Optional.of("was detached from " + old.orElseThrow());
        }
        if (was.attachment().isEmpty() && is.instanceId().isPresent()) {
            return Optional.of("was attached to " + current.orElseThrow() + " at " + index(is));
        }
        if (old.isEmpty() || current.isEmpty()) {
            return Optional.empty();
        }
        if (!was.instanceId().equals(is.instanceId())) {
            return Optional.of("moved from " + old.get() + " to " + current.get() + kept(was, is));
        }
        return index(was).equals(index(is))
                ? Optional.empty()
                : Optional.of("moved from " + index(was) + " to " + index(is) + " of " + current.get());
    }

    private static String index(Eni eni) {
        Attachment attachment = eni.attachment().orElseThrow();
        return (attachment.networkCardIndex() == 0 ? "" : "network card " + attachment.networkCardIndex() + ", ")
                + "index " + attachment.deviceIndex();
    }

    /** Says what an interface took along. */
    private static String kept(Eni was, Eni is) {
        Set<String> now = holdings(is).collect(Collectors.toSet());
        List<String> kept = new ArrayList<>();
        List<String> addresses = holdings(was).filter(now::contains).toList();
        if (addresses.size() > MOST_KEPT) {
            kept.add(addresses.get(0));
            kept.add((addresses.size() - 1) + " more addresses");
        } else {
            kept.addAll(addresses);
        }
        if (was.macAddressKnown() && is.macAddressKnown() && was.macAddress().equals(is.macAddress())) {
            kept.add("its MAC address");
        }
        if (kept.isEmpty()) {
            return "";
        }
        int last = kept.size() - 1;
        return ", keeps " + (last == 0 ? "" : String.join(", ", kept.subList(0, last)) + " and ") + kept.get(last);
    }

    private static Stream<String> holdings(Eni eni) {
        return Stream.of(
                        eni.privateIpAddresses().stream().map(EniAddress::address),
                        eni.ipv4Prefixes().stream(),
                        eni.ipv6Addresses().stream().map(EniAddress::address),
                        eni.ipv6Prefixes().stream())
                .flatMap(each -> each.map(Object::toString));
    }

    private Optional<String> association(Optional<ElasticIpAssociation> was, Optional<ElasticIpAssociation> is) {
        if (was.equals(is)) {
            return Optional.empty();
        }
        if (is.isEmpty()) {
            return was.map(each -> "was disassociated from " + oldNames.nameOf(each.eniId()));
        }
        String target = newNames.nameOf(is.get().eniId())
                + is.get().privateIpAddress().map(each -> " (" + each + ")").orElse("");
        return Optional.of(was.map(each -> "moved from " + oldNames.nameOf(each.eniId()) + " to " + target)
                .orElse("was associated with " + target));
    }
}
