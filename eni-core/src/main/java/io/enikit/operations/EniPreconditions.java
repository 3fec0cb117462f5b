package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.ADDRESSES;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The preconditions on calls about network interfaces. */
final class EniPreconditions {
    private static final Pattern ENI_ID = Pattern.compile("eni-([0-9a-f]{8}|[0-9a-f]{17})");

    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofEach(
                    call -> call.named(EniId.class),
                    EniPreconditions::idForm,
                    RuleInfo.of("eni.id-form", SHAPE)
                            .withSummary("An id that starts with eni- goes on with 8 or 17 hexadecimal digits.")
                            .documented(
                                    "Error codes for the Amazon EC2 API; a test of 2014 to 2017 had eni-0 looked up, as an interface that does not exist")
                            .withMessage("Invalid id: \"{eni}\" (expecting \"eni-...\")")
                            .withCatalogIds("ENI-ID")
                            .withCode("InvalidNetworkInterfaceId.Malformed", SEEN)),
            Precondition.ofEach(
                            call -> call.named(EniId.class),
                            EniPreconditions::known,
                            RuleInfo.of("eni.known", IDS)
                                    .withSummary("The interface of a call exists.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage("The networkInterface ID '{eni}' does not exist")
                                    .withCatalogIds("ENI-404", "DEL-404")
                                    .withCode("InvalidNetworkInterfaceID.NotFound", SEEN))
                    .essential(),
            Precondition.of(
                    DeleteEni.class,
                    EniPreconditions::deleteDetached,
                    RuleInfo.of("delete.detached", STATE)
                            .withSummary("An interface that is deleted is attached to nothing.")
                            .documented("DeleteNetworkInterface")
                            .withMessage("Network interface '{eni}' is currently in use.")
                            .withCatalogIds("DEL-INUSE")
                            .withCode("InvalidParameterValue", SEEN)),
            Precondition.of(
                    DeleteEni.class,
                    EniPreconditions::deleteDisassociated,
                    RuleInfo.of("delete.disassociated", STATE)
                            .withSummary("A branch interface that is deleted has been disassociated from its trunk.")
                            .seen("the VPC resource controller")
                            .withSeverity(Severity.WARNING)
                            .withCatalogIds("TRUNK-DEL")
                            .withCode("InvalidParameterValue")));

    /** The preconditions on calls that create interfaces. */
    static final class OfNew {
        static final ImmutableList<Precondition> ALL = ImmutableList.of(
                Precondition.ofCalls(
                        EniPreconditions::creatableType,
                        RuleInfo.of("create.interface-type", SHAPE)
                                .withSummary(
                                        "A request creates interfaces of the types interface, efa, efa-only, trunk or branch, a launch of the first three.")
                                .documented("CreateNetworkInterface")
                                .withMessage("Value ({value}) for parameter interfaceType is invalid.", INFERRED)
                                // aws-sdk-go#3095
                                .withMessageOf(
                                        "RunInstances",
                                        "'{value}' is not a valid value for interface type. Enter a valid value and try again.")
                                .withCatalogIds("ENI-TYPES-CREATE")
                                .withCode("InvalidParameterValue")),
                Precondition.ofEach(
                        Call::createdEnis,
                        EniPreconditions::onePrimary,
                        RuleInfo.of("create.one-primary", SHAPE)
                                .withSummary("A request states the primary address once.")
                                .documented("CreateNetworkInterface")
                                .withCatalogIds("IP4-PRIMARY-VS-LIST")
                                .withCode("InvalidParameterCombination", INFERRED)),
                Precondition.ofEach(
                        Call::createdEnis,
                        EniPreconditions::newPrimaryIpv6,
                        RuleInfo.of("create.primary-ipv6", ADDRESSES)
                                .withSummary(
                                        "A new interface that is to have a primary IPv6 address gets an IPv6 address.")
                                .documented("CreateNetworkInterface")
                                .withCatalogIds("IP6-PRIMARY")
                                .withCode("InvalidParameterValue", INFERRED)));

        private OfNew() {}
    }

    /** The preconditions on calls that change interfaces or attributes. */
    static final class OfChanges {
        static final ImmutableList<Precondition> ALL = ImmutableList.of(
                Precondition.ofEach(
                        Call::attributes,
                        EniPreconditions::oneAttribute,
                        RuleInfo.of("modify.one-attribute", SHAPE)
                                .withSummary("A call changes exactly one attribute.")
                                .documented("ModifyNetworkInterfaceAttribute")
                                // aws-sdk-go#415, amazon.aws#470
                                .withMessage("Fields for multiple attribute types specified: {attributes}")
                                .plusMessage("No attributes specified.")
                                .withCatalogIds("ATTR-ONE", "SUBNET-ATTR-ONE")
                                .withCode("InvalidParameterCombination", SEEN)),
                Precondition.ofEach(
                        Call::changed,
                        EniPreconditions::managed,
                        RuleInfo.of("modify.managed", STATE)
                                .withSummary("Of an interface that a service manages only the tags change.")
                                .documented("Requester-managed network interfaces")
                                .withMessage("You do not have permission to access the specified resource.")
                                .withCatalogIds("ENI-REQMANAGED")
                                .withCode("AuthFailure", SEEN)),
                Precondition.ofEach(
                        Call::changed,
                        EniPreconditions::ofService,
                        RuleInfo.of("modify.of-service", STATE)
                                .withSummary(
                                        "Of an interface that a service made, such as that of a Lambda function, only the tags change, even where it is not marked as requester-managed.")
                                .seen("a statement of AWS Support")
                                .withCatalogIds("ENI-REQMANAGED")
                                .withCode("OperationNotPermitted")),
                Precondition.of(
                        ModifyEni.class,
                        EniPreconditions::attachmentStated,
                        RuleInfo.of("modify.attachment-stated", SHAPE)
                                .withSummary(
                                        "A change of delete-on-termination states the attachment and the new value.")
                                .documented("ModifyNetworkInterfaceAttribute")
                                .withCatalogIds("ATTR-DOT", "ATTR-ONE")
                                .withCode("MissingParameter", INFERRED)),
                Precondition.of(
                        ModifyEni.class,
                        EniPreconditions::attachmentKnown,
                        RuleInfo.of("modify.attachment-known", IDS)
                                .withSummary("The attachment that is stated is the interface's own.")
                                .documented("ModifyNetworkInterfaceAttribute")
                                .withMessage("The interface attachment '{attachment}' does not exist.", INFERRED)
                                .withCatalogIds("ATTR-DOT")
                                .withCode("InvalidAttachmentID.NotFound")),
                Precondition.of(
                        ModifyEni.class,
                        EniPreconditions::primaryIpv6Stays,
                        RuleInfo.of("modify.primary-ipv6", STATE)
                                .withSummary("A primary IPv6 address stays until the interface is detached.")
                                .documented("ModifyNetworkInterfaceAttribute")
                                .withCatalogIds("IP6-PRIMARY")
                                .withCode("InvalidParameterValue", INFERRED)),
                Precondition.of(
                        ModifyEni.class,
                        EniPreconditions::ipv6ToBePrimary,
                        RuleInfo.of("modify.primary-ipv6-address", ADDRESSES)
                                .withSummary("An interface whose IPv6 address is to be the primary one has one.")
                                .documented("ModifyNetworkInterfaceAttribute")
                                .withCatalogIds("IP6-PRIMARY")
                                .withCode("InvalidParameterValue", INFERRED)));

        private OfChanges() {}
    }

    private EniPreconditions() {}

    private static Optional<Fault> idForm(EniId eni, NetworkPlan plan) {
        String id = eni.toString();
        return plan.eni(eni).isPresent()
                        || !id.startsWith("eni-")
                        || ENI_ID.matcher(id).matches()
                ? Optional.empty()
                : Optional.of(Fault.of("invalid id \"" + id + "\": expected eni- and 8 or 17 digits 0-9 or a-f"));
    }

    private static Optional<Fault> known(EniId eni, NetworkPlan plan) {
        return plan.eni(eni).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("the network interface \"" + eni + "\" does not exist"));
    }

    private static Optional<Fault> creatableType(Call call, NetworkPlan plan) {
        if (call.createdEnis().isEmpty()) {
            return Optional.empty();
        }
        boolean launch = call.operation() instanceof LaunchInstance;
        return call.createdEnis().stream()
                .map(CreateEni::interfaceType)
                .filter(type -> launch ? !isLaunchable(type) : !type.isCreatable())
                .findFirst()
                .map(type -> Fault.of("value (" + type + ") for parameter interfaceType is invalid: expected "
                                + (launch ? "interface, efa or efa-only" : "interface, efa, efa-only, trunk or branch"))
                        .withValue("value", type));
    }

    private static boolean isLaunchable(InterfaceType type) {
        return type.equals(InterfaceType.INTERFACE) || type.isEfa();
    }

    private static Optional<Fault> onePrimary(CreateEni request, NetworkPlan plan) {
        return request.privateIpAddress().isPresent()
                        && request.privateIpAddresses().stream().anyMatch(EniAddress::primary)
                ? Optional.of(Fault.of("privateIpAddress and a primary one of privateIpAddresses of " + request.eni()
                        + " may not be specified on the same request"))
                : Optional.empty();
    }

    private static Optional<Fault> newPrimaryIpv6(CreateEni request, NetworkPlan plan) {
        return request.enablePrimaryIpv6() && plan.subnet(request.subnetId()).isPresent() && !getsIpv6(request, plan)
                ? Optional.of(Fault.of("enablePrimaryIpv6 of " + request.eni()
                        + " is on and it gets no IPv6 address that could be the primary one"))
                : Optional.empty();
    }

    private static boolean getsIpv6(CreateEni request, NetworkPlan plan) {
        return NewEni.addressRequests(request, plan).stream()
                .filter(each -> each.family() == IpFamily.IPV6)
                .anyMatch(each -> each.addressesToPick() + each.addresses().size() > 0);
    }

    private static Optional<Fault> oneAttribute(List<String> attributes, NetworkPlan plan) {
        if (attributes.isEmpty()) {
            return Optional.of(Fault.of("no attributes specified"));
        }
        return attributes.size() == 1
                ? Optional.empty()
                : Optional.of(
                        Fault.of("fields for multiple attribute types specified: " + String.join(", ", attributes))
                                .withValue("attributes", namesOf(attributes)));
    }

    private static String namesOf(List<String> attributes) {
        return attributes.stream()
                .map(each -> each.substring(0, each.indexOf('=')))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Fault> managed(EniId changed, NetworkPlan plan) {
        return plan.eni(changed)
                .filter(Eni::requesterManaged)
                .map(eni -> Fault.of("you do not have permission to access the specified resource: " + eni.id()
                        + " is managed by a service"));
    }

    private static Optional<Fault> ofService(EniId changed, NetworkPlan plan) {
        return plan.eni(changed)
                .filter(eni -> eni.isServiceManaged() && !eni.requesterManaged())
                .map(eni -> Fault.of("the operation is not permitted: " + eni.id() + " was made by a service"));
    }

    private static Optional<Fault> attachmentStated(ModifyEni operation, NetworkPlan plan) {
        if (operation.deleteOnTermination().isPresent()
                && operation.attachmentId().isEmpty()) {
            return Optional.of(Fault.of("deleteOnTermination is specified without the attachment id"));
        }
        return operation.attachmentId().isPresent() && operation.attributes().isEmpty()
                ? Optional.of(Fault.of(
                        "the attachment id is specified without the attribute value: expected deleteOnTermination"))
                : Optional.empty();
    }

    private static Optional<Fault> attachmentKnown(ModifyEni operation, NetworkPlan plan) {
        return operation
                .attachmentId()
                .filter(id -> plan.eni(operation.eni())
                        .flatMap(Eni::attachment)
                        .flatMap(Attachment::attachmentId)
                        .filter(id::equals)
                        .isEmpty())
                .map(id -> Fault.of("the attachment \"" + id + "\" of " + operation.eni() + " does not exist")
                        .withValue("attachment", id));
    }

    private static Optional<Fault> primaryIpv6Stays(ModifyEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> operation.enablePrimaryIpv6().equals(Optional.of(false)))
                .flatMap(Eni::primaryIpv6Address)
                .map(address -> Fault.of(address + " is the primary IPv6 address of " + operation.eni()
                        + ": that cannot be undone until the interface is detached"));
    }

    private static Optional<Fault> ipv6ToBePrimary(ModifyEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> operation.enablePrimaryIpv6().orElse(false)
                        && eni.ipv6Addresses().isEmpty())
                .map(eni -> Fault.of(eni.id() + " has no IPv6 address that could be the primary one"));
    }

    private static Optional<Fault> deleteDetached(DeleteEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> eni.attachment().isPresent())
                .map(eni -> Fault.of("network interface '" + eni.id() + "' is currently in use"
                        + eni.instanceId().map(instance -> " by " + instance).orElse("")));
    }

    private static Optional<Fault> deleteDisassociated(DeleteEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::trunkAssociation)
                .map(trunk -> Fault.of(
                        "network interface '" + operation.eni() + "' is currently in use, as a branch of " + trunk));
    }
}
