package io.enikit.cli;

import io.enikit.insight.AwsCommands;
import io.enikit.insight.Deletion;
import io.enikit.insight.DeletionStep;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.VpcId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eni blocks}: what stands in the way of deleting something. */
@Command(
        name = "blocks",
        mixinStandardHelpOptions = true,
        description = Commands.BLOCKS,
        footer = {
            "",
            "Examples:",
            "  eni blocks subnet-0123456789abcdef0 today/",
            "  eni blocks vpc-0123456789abcdef0 today/ --gateway",
            "  eni blocks sg-0123456789abcdef0 today/ --format aws > delete.sh",
            "",
            "The steps are in the order in which they can be taken, the deletion itself last. What only its",
            "owner can delete says who that is.",
            "Exit status: 0 if nothing stands in the way, 1 if something does, 2 if a file cannot be read."
        })
final class BlocksCommand implements Callable<Integer> {
    private final Streams streams;

    /** The forms of the output. */
    enum Format {
        text,
        aws
    }

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "The id, or the tag Name, of a VPC, subnet, group, interface, instance or Elastic IP.")
    private String id = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files and folders; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final Inputs inputs;

    @Option(names = "--gateway", description = "Takes the internet gateway from the VPC, instead of deleting it.")
    private boolean gateway;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given. aws: a script of the AWS CLI.")
    private Format format = Format.text;

    BlocksCommand(Streams streams) {
        this.streams = streams;
        this.inputs = new Inputs(streams);
    }

    @Override
    public Integer call() {
        NetworkPlan plan = inputs.plan(files);
        ResourceId subject = Selection.resource(plan, id);
        Deletion deletion = gateway ? ofGateway(plan, subject) : Deletion.of(plan, subject);
        if (format == Format.aws) {
            deletion.steps().forEach(step -> streams.printWhole(script(step)));
        } else {
            deletion.steps().forEach(streams::println);
        }
        return deletion.steps().size() > 1 ? Main.FOUND : Main.CLEAN;
    }

    private Deletion ofGateway(NetworkPlan plan, ResourceId subject) {
        if (!(subject instanceof VpcId vpc)) {
            throw new Failure("--gateway: \"" + id + "\" is no VPC");
        }
        Deletion deletion = Deletion.ofInternetGateway(plan, vpc);
        if (deletion.steps().isEmpty()) {
            throw new Failure("VPC \"" + vpc + "\" has no internet gateway in these files");
        }
        return deletion;
    }

    /** Returns the command line of a step; what has none is a comment. */
    private static String script(DeletionStep step) {
        return step.operation().map(AwsCommands::of).orElse("# " + step);
    }
}
