package io.enikit.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the command in this process. */
final class Eni {
    static final String PLAN = """
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            vpc other cidrBlocks=10.1.0.0/16 tag:Name=second
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/26
            subnet b vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.1.0/26
            group default vpc=main
            instance app instanceType=m5.large availabilityZone=eu-west-1a
            eni eni-1 subnet=a privateIpAddresses=10.0.0.10* groups=default instance=app deviceIndex=0
            eni eni-2 subnet=a privateIpAddresses=10.0.0.11* groups=default
            eni eni-3 subnet=b interfaceType=nat_gateway privateIpAddresses=10.0.1.10* requesterManaged=true description=Interface%20for%20NAT%20Gateway%20nat-0123456789abcdef0 deviceIndex=1 attachment=ela-attach-1
            end
            """;

    private Eni() {}

    /** What a command answered. */
    record Answer(int status, String out, String err) {}

    static Answer eni(String... args) {
        return eniWith("", args);
    }

    static Answer eniWith(String input, String... args) {
        return eniOn(false, input, args);
    }

    /** Runs the command as at a terminal. */
    static Answer eniAtATerminal(String... args) {
        return eniOn(true, "", args);
    }

    private static Answer eniOn(boolean terminal, String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(args),
                new Streams(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal,
                        terminal));
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static String file(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return file.toString();
    }
}
