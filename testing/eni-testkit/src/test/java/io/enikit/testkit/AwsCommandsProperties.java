package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.insight.AwsCommands;
import io.enikit.operations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** Every operation has a command line. {@code .ci/aws-commands} has the AWS CLI parse them. */
class AwsCommandsProperties {
    private static final int SEQUENCES = 300;

    @Example
    void of_operationsOfAllTypes_areCommandLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Class<? extends Operation> type : OperationSequences.types()) {
            for (int seed = 0; seed < 4; seed++) {
                lines.add(AwsCommands.of(OperationSequences.of(type).operation(seed)));
            }
        }
        for (int seed = 0; seed < SEQUENCES; seed++) {
            lines.addAll(AwsCommands.of(OperationSequences.all().sequence(seed).operations()));
        }
        assertThat(lines)
                .allMatch(line -> line.matches("(?s)([a-z]+_[A-Za-z0-9_]+=\\$\\()?aws ec2 [a-z0-9-]+ --.*"))
                .noneMatch(line -> line.contains("\u0001"));
        Optional<String> file = Optional.ofNullable(System.getProperty("io.enikit.testkit.commands"));
        if (file.isPresent()) {
            Files.write(Path.of(file.get()), lines);
        }
    }
}
