package io.enikit.awssdk;

import static java.util.Objects.requireNonNull;

import io.enikit.operations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Ec2Response;

/** How operations become requests, and how these are sent: an entry for each type. */
final class RequestTable {
    private static final Map<Class<?>, Entry<?, ?>> ENTRIES = entries();

    private final Map<Class<?>, Entry<?, ?>> entries = new LinkedHashMap<>();

    /** One type of operations. */
    record Entry<O extends Operation, Q extends Ec2Request>(
            Class<O> type, BiFunction<O, SdkRequests, Q> writer, BiFunction<Ec2Client, Q, ? extends Ec2Response> call) {
        Q request(Operation operation, SdkRequests around) {
            return writer.apply(type.cast(operation), around);
        }

        Ec2Response send(Ec2Client client, Operation operation, SdkRequests around) {
            return call.apply(client, request(operation, around));
        }
    }

    private static Map<Class<?>, Entry<?, ?>> entries() {
        RequestTable table = new RequestTable();
        NetworkRequests.addTo(table);
        GroupRequests.addTo(table);
        InterfaceRequests.addTo(table);
        AddressRequests.addTo(table);
        InstanceRequests.addTo(table);
        return table.entries;
    }

    static Entry<?, ?> of(Operation operation) {
        Class<?> type = requireNonNull(operation, "operation").getClass();
        while (!ENTRIES.containsKey(type)) {
            type = requireNonNull(type.getSuperclass(), operation::action);
        }
        return requireNonNull(ENTRIES.get(type));
    }

    <O extends Operation, Q extends Ec2Request> void put(
            Class<O> type, BiFunction<O, SdkRequests, Q> writer, BiFunction<Ec2Client, Q, ? extends Ec2Response> call) {
        entries.put(type, new Entry<>(type, writer, call));
    }
}
