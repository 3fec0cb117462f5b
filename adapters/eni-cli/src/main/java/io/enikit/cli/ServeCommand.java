package io.enikit.cli;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.FakeEc2Builder;
import io.enikit.fake.LoopbackEc2;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eni serve}: a strict EC2 on the loopback address, for any client. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = Commands.SERVE,
        footer = {
            "",
            "Example:",
            "  eni serve today/ --port 4599 &",
            "  aws ec2 describe-network-interfaces --endpoint-url http://127.0.0.1:4599 --no-sign-request"
        })
final class ServeCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files and folders of the network to begin with; without one, the account is empty.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final Inputs inputs;

    @Option(names = "--port", paramLabel = "PORT", description = "The port; any that is free, unless given.")
    private int port;

    @Option(names = "--default-vpc", description = "The account has a default VPC.")
    private boolean defaultVpc;

    ServeCommand(Streams streams) {
        this.streams = streams;
        this.inputs = new Inputs(streams);
    }

    @Override
    public Integer call() throws InterruptedException {
        LoopbackEc2 server = serve();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            ended.countDown();
        }));
        streams.println(server.url());
        ended.await();
        return Main.CLEAN;
    }

    private LoopbackEc2 serve() {
        try {
            return LoopbackEc2.serve(ec2(), port);
        } catch (UncheckedIOException e) {
            throw new Failure("port " + port + " cannot be served: " + e.getMessage());
        }
    }

    private FakeEc2 ec2() {
        FakeEc2Builder builder = FakeEc2.builder().instanceTypes(inputs.types());
        if (!files.isEmpty()) {
            builder = builder.plan(inputs.plan(files));
        }
        if (inputs.region().isPresent()) {
            builder = builder.region(inputs.region().get());
        }
        return (defaultVpc ? builder.defaultVpc() : builder).build();
    }
}
