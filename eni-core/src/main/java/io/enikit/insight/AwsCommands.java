package io.enikit.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.enikit.operations.Operation;
import java.util.List;
import java.util.function.Function;

/**
 * Writes operations as command lines of the AWS CLI.
 *
 * <p>A name that is no id of EC2 becomes a variable of the shell, which the command that creates the resource fills in; so a
 * script of operations on new resources runs as it is. {@code LaunchInstance} needs an image, which a plan does not know: it
 * is taken from the variable {@code image_id}.
 *
 * <pre>{@code
 * AwsCommands.of(DeleteSubnet.of("subnet-0a1b2c3d"));   // aws ec2 delete-subnet --subnet-id subnet-0a1b2c3d
 * AwsCommands.of(CreateSubnet.of("a", "vpc-0a1b2c3d", "eu-west-1a").withCidrBlock("10.0.0.0/24"));
 * // subnet_a=$(aws ec2 create-subnet --vpc-id vpc-0a1b2c3d … --query Subnet.SubnetId --output text)
 * }</pre>
 */
public final class AwsCommands {
    private static final ImmutableMap<Class<? extends Operation>, Function<Operation, CommandLine>> WRITERS =
            ImmutableMap.<Class<? extends Operation>, Function<Operation, CommandLine>>builder()
                    .putAll(NetworkCommands.all())
                    .putAll(GroupCommands.all())
                    .putAll(InterfaceCommands.all())
                    .putAll(InstanceCommands.all())
                    .buildOrThrow();

    private AwsCommands() {}

    /**
     * Writes one operation.
     *
     * @param operation the operation
     * @return a line, for a POSIX shell
     */
    public static String of(Operation operation) {
        return write(requireNonNull(operation, "operation")).toString();
    }

    /**
     * Writes operations.
     *
     * @param operations the operations in order
     * @return a line for each, for a POSIX shell
     */
    public static List<String> of(List<? extends Operation> operations) {
        return requireNonNull(operations, "operations").stream()
                .map(AwsCommands::of)
                .toList();
    }

    private static CommandLine write(Operation operation) {
        Class<?> type = operation.getClass();
        while (!WRITERS.containsKey(type)) {
            type = requireNonNull(type.getSuperclass(), operation::action);
        }
        return requireNonNull(WRITERS.get(type)).apply(operation);
    }

    /** Makes an entry of a table: the type, and how its operations are written. */
    static <O extends Operation> void put(
            ImmutableMap.Builder<Class<? extends Operation>, Function<Operation, CommandLine>> table,
            Class<O> type,
            Function<O, CommandLine> writer) {
        table.put(type, operation -> writer.apply(type.cast(operation)));
    }
}
