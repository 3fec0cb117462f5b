package io.enikit.cli;

import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command {@code eni}. */
@Command(
        name = "eni",
        description = "Checks and draws networks of VPCs, subnets and network interfaces, as EC2 would have them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            CheckCommand.class,
            DrawCommand.class,
            DiffCommand.class,
            ApplyCommand.class,
            ServeCommand.class,
            TypesCommand.class,
            PodsCommand.class,
            LayoutCommand.class,
            PoolCommand.class,
            AutoComplete.GenerateCompletion.class
        },
        footer = {
            "",
            "Example:",
            "  terraform show -json tfplan | eni check -",
            "",
            "Files are output of 'aws ec2 describe-...', CloudFormation templates, plans of 'terraform show -json'",
            "and plan texts of this tool; which they are follows from their content.",
            "Exit status: 0; 1 for what was found; 2 for what could not be read or understood."
        })
public final class Main {
    /** Nothing was found. */
    static final int CLEAN = 0;

    /** What was asked for was found: violations, or differences. */
    static final int FOUND = 1;

    /** Something could not be read, or a command was not understood. */
    static final int FAILED = 2;

    private static final int WIDTH = 100;

    Main() {}

    /**
     * Runs the command and exits.
     *
     * @param args the command with its options
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), System.in, out, err);
        out.flush();
        System.exit(status);
    }

    /** Runs a command with its own streams, and returns the exit status. */
    static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        CommandLine command = new CommandLine(new Main(), new Streams(in, out, err));
        command.setUsageHelpWidth(WIDTH);
        command.registerConverter(Cidr.class, Cidr::parse);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        command.setColorScheme(CommandLine.Help.defaultColorScheme(Streams.isTerminal() ? Ansi.AUTO : Ansi.OFF));
        requireNonNull(command.getSubcommands().get("generate-completion"))
                .getCommandSpec()
                .usageMessage()
                .hidden(true);
        command.setExecutionExceptionHandler((problem, failed, parsed) -> {
            if (problem instanceof Failure) {
                err.println("eni: " + problem.getMessage());
                return FAILED;
            }
            throw problem;
        });
        if (args.isEmpty()) {
            command.usage(err);
            return FAILED;
        }
        return command.execute(args.toArray(String[]::new));
    }
}
