package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.LoopbackEc2;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.waiters.Ec2Waiter;

/**
 * The EC2 that the conformance tests ask: {@code -Deni.target=} nothing or {@code fake} for one in this process, {@code
 * loopback} for one behind HTTP, an address such as {@code http://127.0.0.1:5000} for another emulator, {@code aws} for your
 * own account.
 */
@SuppressWarnings("unchecked") // the SDK takes generic varargs
final class Target implements AutoCloseable {
    private static final String AWS = "aws";

    /** The newest Amazon Linux, whose id EC2 looks up. */
    private static final String IMAGE_OF_AWS =
            "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

    private final String name;
    private final Optional<FakeEc2> fake;
    private final Optional<LoopbackEc2> server;
    private final Ec2Client client;
    private final CallFacts facts;

    private Target(String name, String testCase) {
        this.name = name;
        boolean own = name.equals("fake") || name.equals("loopback");
        fake = own
                ? Optional.of(FakeEc2.builder().images(List.of(Account.IMAGE)).build())
                : Optional.empty();
        server = fake.filter(each -> name.equals("loopback")).map(LoopbackEc2::serve);
        facts = new CallFacts(testCase);
        client = client();
    }

    static Target open(String name, String testCase) {
        return new Target(name, testCase);
    }

    private Ec2Client client() {
        Ec2ClientBuilder builder = Ec2Client.builder();
        if (name.equals(AWS)) {
            return builder.httpClient(UrlConnectionHttpClient.create())
                    .overrideConfiguration(settings -> settings.addExecutionInterceptor(facts))
                    .build();
        }
        builder.region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
                .overrideConfiguration(Ec2Clients.overrides().toBuilder()
                        .addExecutionInterceptor(facts)
                        .build());
        if (name.equals("fake")) {
            return builder.httpClient(Ec2Clients.http(fake.orElseThrow())).build();
        }
        return builder.httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(server.map(LoopbackEc2::url).orElse(name)))
                .build();
    }

    Ec2Client ec2Client() {
        return client;
    }

    /** Returns the fake, if it is one. */
    Optional<FakeEc2> fake() {
        return fake;
    }

    boolean isAws() {
        return name.equals(AWS);
    }

    /** Returns whether it is neither ours nor AWS. */
    boolean isStrange() {
        return fake.isEmpty() && !isAws();
    }

    Ec2Waiter waiter() {
        return isAws() ? client.waiter() : Ec2Clients.waiter(client);
    }

    Account account() {
        List<String> zones = client.describeAvailabilityZones().availabilityZones().stream()
                .filter(each -> "availability-zone".equals(each.zoneType()))
                .map(AvailabilityZone::zoneName)
                .toList();
        return new Account(client, waiter(), image(), zones.get(0), zones.get(1));
    }

    String image() {
        return System.getProperty("eni.image", isAws() ? IMAGE_OF_AWS : Account.IMAGE);
    }

    /** Returns a prefix list that rules can name. */
    String prefixList() {
        return isAws()
                ? client.describePrefixLists(r -> r.maxResults(5))
                        .prefixLists()
                        .get(0)
                        .prefixListId()
                : "pl-0123456789abcdef0";
    }

    /** Waits until an assertion holds, where what was done is seen a moment later. */
    void eventually(Runnable assertion) {
        for (int left = isAws() ? 20 : 0; ; left--) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (left == 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    static void pause() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Deletes what the test made, and then writes down what it was answered. */
    @Override
    public void close() {
        try {
            facts.pause();
            new CleanUp(this).run(facts.made());
        } finally {
            facts.write(name);
            client.close();
            server.ifPresent(LoopbackEc2::close);
        }
    }
}
