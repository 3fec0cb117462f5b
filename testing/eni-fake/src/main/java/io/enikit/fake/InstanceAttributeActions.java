package io.enikit.fake;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import io.enikit.operations.ModifyInstance;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes and shows the attributes of instances. */
final class InstanceAttributeActions {
    private static final String ID = "InstanceId";
    private static final String TYPE = "InstanceType";
    private static final String GROUPS = "Groups";
    private static final String CHECK = "SourceDestCheck";
    private static final String USER_DATA = "UserData";
    private static final String SHUTDOWN = "InstanceInitiatedShutdownBehavior";
    private static final List<String> ATTRIBUTES = List.of(
            CHECK,
            InstanceView.DISABLE_STOP,
            InstanceView.DISABLE_TERMINATION,
            TYPE,
            "Kernel",
            "Ramdisk",
            USER_DATA,
            SHUTDOWN,
            GROUPS,
            "EbsOptimized",
            "SriovNetSupport",
            "EnaSupport");
    /** What can be changed while the instance is stopped only. */
    private static final Set<String> STOPPED =
            Set.of(TYPE, "Kernel", "Ramdisk", USER_DATA, "EbsOptimized", "SriovNetSupport", "EnaSupport");

    private InstanceAttributeActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("ModifyInstanceAttribute", InstanceAttributeActions::modify);
        actions.put("DescribeInstanceAttribute", InstanceAttributeActions::describe);
    }

    private static void modify(Call call) {
        Item in = call.in();
        List<String> set = new ArrayList<>(ATTRIBUTES.stream().filter(in::has).toList());
        Optional<String> named = in.find("Attribute");
        named.ifPresent(each -> set.add(upperFirst(each)));
        if (set.size() != 1) {
            throw set.isEmpty()
                    ? Ec2Error.combination("No attributes specified.")
                    : Ec2Error.combination("Fields for multiple attribute types specified: " + String.join(", ", set));
        }
        String attribute = set.get(0);
        if (!ATTRIBUTES.contains(attribute)) {
            throw Ec2Error.invalidValue("attribute", named.orElse(attribute), "Unknown attribute.");
        }
        String value = named.isPresent()
                ? in.find("Value").orElseThrow(() -> Ec2Error.missingParameter("value"))
                : in.shape().members().get(in.shape().indexOf(attribute)).list()
                        ? ""
                        : in.valueOf(attribute).orElse("");
        Instance instance = InstanceActions.find(call, in.text(ID));
        if (STOPPED.contains(attribute) && instance.state() != InstanceState.STOPPED) {
            throw Ec2Error.of(
                    "IncorrectInstanceState", "The instance '" + instance.id() + "' is not in the 'stopped' state.");
        }
        switch (attribute) {
            case CHECK -> call.apply(ModifyInstance.of(instance.id()).withSourceDestCheck(Boolean.parseBoolean(value)));
            case GROUPS ->
                call.apply(ModifyInstance.of(instance.id())
                        .withSecurityGroups(in.texts(GROUPS).stream()
                                .map(SecurityGroupId::of)
                                .toList()));
            case TYPE -> changeType(call, instance, value);
            default -> call.fact(instance.id(), attribute, value);
        }
    }

    private static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Changes the type, unless the plan then breaks a rule that it did not break before. */
    private static void changeType(Call call, Instance instance, String type) {
        NetworkPlan changed = call.plan().toBuilder()
                .put(instance.toBuilder().instanceType(type).build())
                .build();
        Set<Violation> before =
                new HashSet<>(call.account().rules().check(call.plan()).errors());
        for (Violation each : call.account().rules().check(changed).errors()) {
            if (!before.contains(each)) {
                throw Ec2Error.of(
                        each.ec2Code().orElse("InvalidParameterCombination"),
                        each.ec2Message().orElse(each.message() + " (" + each.rule() + ")"));
            }
        }
        call.state(call.state().withPlan(changed));
    }

    private static void describe(Call call) {
        Item in = call.in();
        Instance instance = InstanceActions.find(call, in.text(ID));
        Item out = call.out().put(ID, instance.id());
        Optional<Item> launch =
                Optional.ofNullable(call.state().kept().get(instance.id().toString()));
        switch (in.text("Attribute")) {
            case "instanceType" -> out.child(TYPE).put("Value", instance.instanceType());
            case "disableApiTermination" -> flag(call, instance, launch, InstanceView.DISABLE_TERMINATION);
            case "disableApiStop" -> flag(call, instance, launch, InstanceView.DISABLE_STOP);
            case "ebsOptimized" -> flag(call, instance, launch, "EbsOptimized");
            case "enaSupport" ->
                out.child("EnaSupport")
                        .put("Value", InstanceView.of(call, instance).text("EnaSupport", "false"));
            case "instanceInitiatedShutdownBehavior" ->
                out.child(SHUTDOWN)
                        .put("Value", value(call, instance, launch, SHUTDOWN).orElse("stop"));
            case "userData" -> out.child(USER_DATA).put("Value", value(call, instance, launch, USER_DATA));
            case "sourceDestCheck" ->
                out.child(CHECK)
                        .put("Value", call.plan().primaryEniOf(instance.id()).map(Eni::sourceDestCheck));
            case "groupSet" ->
                call.plan()
                        .primaryEniOf(instance.id())
                        .ifPresent(eni -> EniView.groups(call, eni.securityGroups(), out, GROUPS));
            case "kernel" -> out.child("KernelId").put("Value", value(call, instance, launch, "KernelId"));
            case "ramdisk" -> out.child("RamdiskId").put("Value", value(call, instance, launch, "RamdiskId"));
            case "rootDeviceName" -> out.child("RootDeviceName").put("Value", "/dev/sda1");
            case "productCodes" -> out.put("ProductCodes", List.of());
            case "sriovNetSupport" ->
                out.child("SriovNetSupport").put("Value", value(call, instance, Optional.empty(), "SriovNetSupport"));
            case "enclaveOptions" ->
                InstanceView.of(call, instance)
                        .item("EnclaveOptions")
                        .ifPresent(options -> out.put("EnclaveOptions", options));
            case "blockDeviceMapping" ->
                out.put("BlockDeviceMappings", InstanceView.of(call, instance).items("BlockDeviceMappings"));
            default -> throw Ec2Error.invalidValue("attribute", in.text("Attribute"), "Unknown attribute.");
        }
    }

    private static void flag(Call call, Instance instance, Optional<Item> launch, String attribute) {
        call.out()
                .child(attribute)
                .put("Value", value(call, instance, launch, attribute).orElse("false"));
    }

    private static Optional<String> value(Call call, Instance instance, Optional<Item> launch, String attribute) {
        return Optional.ofNullable(call.facts(instance.id()).get(attribute))
                .or(() -> launch.flatMap(each -> each.find(attribute)));
    }
}
