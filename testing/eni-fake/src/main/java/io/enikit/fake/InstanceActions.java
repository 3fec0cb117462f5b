package io.enikit.fake;

import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.operations.Operation;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TerminateInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Starts, stops, terminates and shows instances. */
final class InstanceActions {
    private static final String IDS = "InstanceIds";
    private static final String RESERVATIONS = "Reservations";

    private InstanceActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("StartInstances", call -> change(call, StartInstance::of, "StartingInstances", "pending"));
        actions.put("StopInstances", InstanceActions::stop);
        actions.put("TerminateInstances", InstanceActions::terminate);
        actions.put("DescribeInstances", InstanceActions::describe);
        actions.put("DescribeInstanceStatus", InstanceActions::status);
    }

    static Instance find(Call call, String id) {
        return call.plan().instance(id).orElseThrow(() -> notFound(id));
    }

    private static Ec2Error notFound(String id) {
        return id.startsWith("i-") && !Ids.isWellFormed("i", id)
                ? Ec2Error.of("InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\"")
                : Ec2Error.notFound("InvalidInstanceID.NotFound", "instance ID", id);
    }

    private static void stop(Call call) {
        for (String id : call.in().texts(IDS)) {
            refuseWhere(call, id, InstanceView.DISABLE_STOP, "stopped", "disableApiStop");
        }
        change(call, StopInstance::of, "StoppingInstances", "stopping");
        userInitiated(call);
    }

    private static void terminate(Call call) {
        for (String id : call.in().texts(IDS)) {
            refuseWhere(call, id, InstanceView.DISABLE_TERMINATION, "terminated", "disableApiTermination");
        }
        change(call, TerminateInstance::of, "TerminatingInstances", "shutting-down");
        userInitiated(call);
    }

    private static void refuseWhere(Call call, String id, String attribute, String done, String shown) {
        if (Boolean.parseBoolean(call.facts(id).get(attribute))) {
            throw Ec2Error.of(
                    "OperationNotPermitted",
                    "The instance '" + id + "' may not be " + done + ". Modify its '" + shown
                            + "' instance attribute and try again.");
        }
    }

    private static void userInitiated(Call call) {
        String time = call.now().replace('T', ' ').replace(".000Z", " GMT");
        for (String id : call.in().texts(IDS)) {
            call.fact(id, InstanceView.REASON, "User initiated (" + time + ")");
        }
    }

    /** Changes the states of instances, all or none, and answers both states of each. */
    private static void change(Call call, Function<String, Operation> operation, String member, String between) {
        List<String> ids = call.in().texts(IDS).stream().distinct().toList();
        Map<String, InstanceState> before = new LinkedHashMap<>();
        List<Operation> operations = new ArrayList<>();
        for (String id : ids) {
            before.put(id, find(call, id).state());
            operations.add(operation.apply(id));
        }
        call.apply(operations);
        before.forEach((id, previous) -> {
            InstanceState now = find(call, id).state();
            Item change = call.out().append(member).put("InstanceId", id);
            InstanceView.state(change.child("PreviousState"), previous.toString());
            InstanceView.state(change.child("CurrentState"), now == previous ? now.toString() : between);
        });
    }

    private static void describe(Call call) {
        Listing.<Instance>of(call, RESERVATIONS)
                .ids(IDS, id -> call.plan().instance(id), InstanceActions::notFound)
                .withoutPagesWhereIds()
                .answer(call.plan().instances(), Instance::id, instance -> InstanceView.reservation(call, instance));
        Map<String, Item> merged = new LinkedHashMap<>();
        for (Item each : call.out().items(RESERVATIONS)) {
            Item first = merged.putIfAbsent(each.text("ReservationId"), each);
            if (first != null) {
                each.items("Instances").forEach(instance -> first.add("Instances", instance));
            }
        }
        call.out().put(RESERVATIONS, merged.values());
    }

    private static void status(Call call) {
        boolean all = call.in().isTrue("IncludeAllInstances");
        Listing.<Instance>of(call, "InstanceStatuses")
                .ids(IDS, id -> call.plan().instance(id), InstanceActions::notFound)
                .withoutPagesWhereIds()
                .where(instance -> all || instance.state() == InstanceState.RUNNING)
                .answer(call.plan().instances(), Instance::id, instance -> status(call, instance));
    }

    private static Item status(Call call, Instance instance) {
        boolean runs = instance.state() == InstanceState.RUNNING;
        Optional<String> zone = call.plan().availabilityZoneOf(instance.id());
        Item item = new Item(Api.modelled(), Api.modelled().shape("InstanceStatus"))
                .put("InstanceId", instance.id())
                .put("AvailabilityZone", zone)
                .put("AvailabilityZoneId", zone.map(Zones::id));
        InstanceView.state(item.child("InstanceState"), instance.state().toString());
        item.child("Operator").put("Managed", false);
        for (String check : List.of("InstanceStatus", "SystemStatus")) {
            Item summary = item.child(check).put("Status", runs ? "ok" : "not-applicable");
            if (runs) {
                summary.append("Details").put("Name", "reachability").put("Status", "passed");
            }
        }
        return item;
    }
}
