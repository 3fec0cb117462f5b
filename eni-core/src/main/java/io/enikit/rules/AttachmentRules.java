package io.enikit.rules;

import static io.enikit.model.ResourceKind.ENI;
import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.enikit.internal.PlanAccess;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceKind;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules on where interfaces are attached, and on what instances have. */
final class AttachmentRules {
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("eni.attach.instance-exists", IDS)
                    .withSummary("The instance that an interface is attached to exists.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("The instance ID '{instance}' does not exist")
                    .withCatalogIds("ATT-INSTANCE-404")
                    .withCode("InvalidInstanceID.NotFound", SEEN)
                    .withNeeds(Fact.EXISTENCE)
                    .rule(Eni.class, AttachmentRules::instanceExists)
                    .lookingAt(ResourceKind.INSTANCE),
            RuleInfo.of("eni.attach.index-range", SHAPE)
                    .withSummary("Device index and network card index are 0 or more.")
                    .documented("AttachNetworkInterface")
                    .withCatalogIds("ATT-INDEX-REQ")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(Eni.class, AttachmentRules::indexRange)
                    .lookingAt(),
            RuleInfo.of("eni.attach.index-used", STATE)
                    .withSummary("Each device index of a network card holds one interface.")
                    .seen("answers of EC2")
                    .withMessage(
                            "Instance '{instance}' already has an interface attached at device index '{deviceIndex}'.")
                    .withCatalogIds("ATT-INDEX-USED", "ATT-INDEX-0")
                    .withCode("InvalidParameterValue")
                    .rule(Eni.class, AttachmentRules::indexFree)
                    .lookingAt(ENI),
            RuleInfo.of("eni.attach.zone", STATE)
                    .withSummary("An interface and its instance are in one availability zone.")
                    .documented("Attach a network interface to your instance")
                    .withMessage(
                            "You may not attach a network interface to an instance if they are not in the same availability zone")
                    .withCatalogIds("ATT-AZ", "RUN-MULTI-AZ")
                    .withCode("InvalidParameterCombination", SEEN)
                    .withSilentBehind("eni.subnet.exists", "eni.attach.instance-exists")
                    .withNeeds(Fact.SUBNET_ZONE)
                    .rule(Eni.class, AttachmentRules::zone)
                    .lookingAt(SUBNET, ResourceKind.INSTANCE, ENI),
            RuleInfo.of("instance.primary-interface", SHAPE)
                    .withSummary("An instance has an interface at device index 0 of network card 0.")
                    .seen("answers of EC2")
                    .withMessage("When specifying network interfaces, you must include a device at index 0.")
                    .withCatalogIds("RUN-INDEX0", "ATT-INDEX-0")
                    .withCode("InvalidParameterCombination")
                    .withNeeds(Fact.INSTANCE_INTERFACES)
                    .rule(Instance.class, AttachmentRules::primary)
                    .lookingAt(ENI),
            RuleInfo.of("instance.same-subnet", STATE)
                    .withSummary(
                            "Interfaces of an instance are in different subnets; two in the same one route asymmetrically.")
                    .documented("Best practices for configuring network interfaces")
                    .withCatalogIds("ATT-SUBNETS")
                    .withSeverity(Severity.ADVICE)
                    .rule(Instance.class, AttachmentRules::differentSubnets)
                    .lookingAt(ENI),
            RuleInfo.of("instance.gone", STATE)
                    .withSummary("An instance that was terminated has no interfaces.")
                    .documented("Terminate Amazon EC2 instances")
                    .withCatalogIds("TERM-DOT")
                    .rule(Instance.class, AttachmentRules::terminated)
                    .lookingAt(ENI));

    private static final String VPC_CNI_DESCRIPTION = "aws-K8S-";
    private static final String VPC_CNI_TAGS = "node.k8s.amazonaws.com/";

    private AttachmentRules() {}

    private static void instanceExists(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<InstanceId> instance = eni.instanceId();
        if (instance.isPresent() && plan.instance(instance.get()).isEmpty()) {
            faults.add(
                    "the instance \"" + instance.get() + "\" does not exist",
                    "add the instance, or attach the interface to one that exists");
        }
    }

    private static void indexRange(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<Attachment> attachment = eni.attachment();
        if (attachment.isPresent()) {
            indexRange(attachment.get(), faults);
        }
    }

    private static void indexRange(Attachment attachment, Faults faults) {
        if (attachment.deviceIndex() < 0 || attachment.networkCardIndex() < 0) {
            faults.add(
                    "device index " + attachment.deviceIndex() + " of network card " + attachment.networkCardIndex()
                            + ": both are 0 or more",
                    "give the index of a free place");
        }
    }

    private static void indexFree(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<InstanceId> instance = eni.instanceId();
        if (instance.isEmpty() || !PlanAccess.get().sharesPlaces(plan, instance.get())) {
            return;
        }
        Attachment attachment = eni.attachment().orElseThrow();
        Eni first = firstAt(attachment, plan.enisOf(instance.get())).orElse(eni);
        if (!first.id().equals(eni.id())) {
            String place = "device index " + attachment.deviceIndex() + " of network card "
                    + attachment.networkCardIndex() + " of instance \"" + instance.get() + "\"";
            faults.add(Fault.of(place + " holds " + first.id() + " as well", "use another device index")
                    .withOther(first.id(), place + " holds " + eni.id() + " as well"));
        }
    }

    /** Finds the first interface at a place, given those of an instance by place. */
    private static Optional<Eni> firstAt(Attachment attachment, List<Eni> enis) {
        int from = 0;
        int to = enis.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (comparePlaces(enis.get(middle).attachment().orElseThrow(), attachment) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < enis.size() && comparePlaces(enis.get(from).attachment().orElseThrow(), attachment) == 0
                ? Optional.of(enis.get(from))
                : Optional.empty();
    }

    private static int comparePlaces(Attachment one, Attachment other) {
        int byCard = Integer.compare(one.networkCardIndex(), other.networkCardIndex());
        return byCard != 0 ? byCard : Integer.compare(one.deviceIndex(), other.deviceIndex());
    }

    private static void zone(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<InstanceId> instance = eni.instanceId();
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (instance.isEmpty() || subnet.isEmpty()) {
            return;
        }
        Zone zone = subnet.get().zone();
        Optional<Zone> instanceZone = plan.zoneOf(instance.get());
        if (instanceZone.isPresent() && instanceZone.get().isOtherThan(zone)) {
            faults.add(
                    "it is in " + zone.nameBeside(instanceZone.get()) + ", its instance \"" + instance.get()
                            + "\" is in " + instanceZone.get().nameBeside(zone),
                    "use a subnet of the instance's zone");
        }
    }

    private static void primary(Instance instance, NetworkPlan plan, Faults faults) {
        if (instance.state().isAlive() && plan.primaryEniOf(instance.id()).isEmpty()) {
            faults.add("nothing is attached at device index 0 of network card 0", "attach its primary interface there");
        }
    }

    private static void differentSubnets(Instance instance, NetworkPlan plan, Faults faults) {
        List<Eni> enis = plan.enisOf(instance.id());
        if (enis.size() < 2) {
            return;
        }
        Set<SubnetId> seen = new TreeSet<>();
        Set<SubnetId> reported = new TreeSet<>();
        for (Eni eni : enis) {
            if (isRoutedByTheSystem(eni) && !seen.add(eni.subnetId()) && reported.add(eni.subnetId())) {
                faults.add(Fault.of(
                                "several of its interfaces are in subnet \"" + eni.subnetId()
                                        + "\": answers may leave by another one than the request came in by",
                                "use a secondary address instead, or a subnet of the zone for each")
                        .withDetail(eni.subnetId()));
            }
        }
    }

    /**
     * Whether the operating system answers from the addresses of an interface by its own routes.
     *
     * <p>It has none on an interface without addresses; the VPC CNI sets routes for the interfaces that it makes; and AWS
     * puts those for EFA, and those of further network cards, into one subnet on purpose.
     */
    private static boolean isRoutedByTheSystem(Eni eni) {
        boolean hasAddress = !eni.privateIpAddresses().isEmpty()
                || !eni.ipv6Addresses().isEmpty()
                || !eni.addressDemand().isNone();
        return hasAddress
                && eni.attachment().orElseThrow().networkCardIndex() == 0
                && !eni.interfaceType().isEfa()
                && !eni.description().startsWith(VPC_CNI_DESCRIPTION)
                && Iterables.all(eni.tags().keySet(), key -> !key.startsWith(VPC_CNI_TAGS));
    }

    private static void terminated(Instance instance, NetworkPlan plan, Faults faults) {
        if (instance.state() == InstanceState.TERMINATED) {
            int left = plan.enisOf(instance.id()).size();
            if (left > 0) {
                faults.exceeds(left, "it is terminated, but has " + left + " interfaces", "detach or remove them");
            }
        }
    }
}
