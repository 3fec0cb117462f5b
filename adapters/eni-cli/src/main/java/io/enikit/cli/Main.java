package io.enikit.cli;

import io.enikit.net.AddressParseException;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command {@code eni}. */
@Command(
        name = "eni",
        description = "Checks and draws networks of VPCs, subnets and network interfaces, as EC2 would have them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = {"eni COMMAND [OPTION...] [FILE...]", "       eni COMMAND --help"},
        footer = {
            "",
            "Example:",
            "  terraform show -json tfplan | eni check -",
            "",
            "Files are output of 'aws ec2 describe-...', CloudFormation templates, plans and states of",
            "'terraform show -json' and plan texts of this tool; which they are follows from their content.",
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
        Output output = new Output(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(new BufferedOutputStream(output), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        boolean terminal = Streams.isTerminal();
        int status = run(List.of(args), new Streams(System.in, out, err, terminal, terminal && Ansi.AUTO.enabled()));
        out.flush();
        if (output.problem().isPresent()) {
            err.println("eni: standard output cannot be written: "
                    + output.problem().get());
            status = FAILED;
        }
        System.exit(status);
    }

    /** Runs a command with its own streams, and returns the exit status. */
    static int run(List<String> args, Streams streams) {
        PrintStream err = streams.err();
        CommandLine eni = commandLine(streams);
        if (args.isEmpty()) {
            eni.usage(err);
            return FAILED;
        }
        String first = args.get(0);
        if (Commands.contains(first)) {
            add(first, eni, streams);
        } else if (!first.startsWith("-")) {
            streams.complain("eni: \"" + first + "\" is no command: expected one of " + Commands.names());
            return FAILED;
        }
        try {
            return eni.execute(args.toArray(new String[0]));
        } catch (OutOfMemoryError e) {
            err.println("eni: there is not enough memory: give more, for example with java -Xmx4g -jar");
            return FAILED;
        } catch (StackOverflowError e) {
            err.println("eni: something in these files is nested too deep: give more stack, for example with"
                    + " java -Xss64m -jar");
            return FAILED;
        }
    }

    /** Returns the command line without commands. */
    static CommandLine commandLine(Streams streams) {
        CommandLine eni = new CommandLine(new Main(), streams);
        eni.getHelpSectionMap()
                .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> Commands.list());
        return set(eni, streams);
    }

    /** Adds a command. */
    static void add(String name, CommandLine eni, Streams streams) {
        eni.addSubcommand(set(new CommandLine(Commands.make(name, streams), streams), streams));
    }

    private static CommandLine set(CommandLine command, Streams streams) {
        return command.setUsageHelpWidth(WIDTH)
                .registerConverter(Cidr.class, text -> parsed(text, Cidr::parse))
                .registerConverter(IpAddress.class, text -> parsed(text, IpAddress::parse))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(streams.colours() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((problem, args) -> misused(problem, streams))
                .setExecutionExceptionHandler((problem, failed, parsed) -> failed(problem, streams));
    }

    /** Parses a value of an option; what is wrong with it is said in its own words only. */
    private static <T> T parsed(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (AddressParseException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    private static int misused(CommandLine.ParameterException problem, Streams streams) {
        streams.complain("eni: " + problem.getMessage());
        streams.err()
                .println("see: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return FAILED;
    }

    private static int failed(Exception problem, Streams streams) {
        if (problem instanceof Failure) {
            streams.complain("eni: " + problem.getMessage());
        } else {
            streams.err().println("eni: this is a fault of eni; please report it, with:");
            problem.printStackTrace(streams.err());
        }
        return FAILED;
    }
}
