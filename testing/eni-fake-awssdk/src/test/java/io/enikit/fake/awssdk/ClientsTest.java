package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enikit.fake.Ec2Error;
import io.enikit.fake.FakeEc2;
import io.enikit.fake.LoopbackEc2;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.ec2.model.CreateSubnetResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** Clients of the SDK of every kind over HTTP, against a server in this process or that at {@code -Deni.url=}. */
@SuppressWarnings("unchecked") // the SDK takes generic varargs
class ClientsTest {
    private static final int CALLS = 300;

    private static final FakeEc2 EC2 = FakeEc2.empty();
    private static final LoopbackEc2 SERVER = LoopbackEc2.serve(EC2);
    private static final URI URL = URI.create(System.getProperty("eni.url", SERVER.url()));

    /** What sends the requests of a synchronous client. */
    enum Sender {
        URL_CONNECTION,
        APACHE;

        Ec2Client client(Region region) {
            Ec2ClientBuilder builder = Ec2Client.builder();
            return (this == APACHE
                            ? builder.httpClientBuilder(Apache5HttpClient.builder())
                            : builder.httpClientBuilder(UrlConnectionHttpClient.builder()))
                    .endpointOverride(URL)
                    .region(region)
                    .credentialsProvider(CREDENTIALS)
                    .overrideConfiguration(Ec2Clients.overrides())
                    .build();
        }
    }

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    void client_overHttp_hasPagesWaitersErrorsAndRegions(Sender sender) {
        try (Ec2Client client = sender.client(Region.US_EAST_1);
                Ec2Client elsewhere = sender.client(Region.EU_WEST_3)) {
            Account account = new Account(client);
            List<String> enis = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                enis.add(account.eni(account.subnet));
            }
            assertThat(client
                            .describeNetworkInterfacesPaginator(r -> r.maxResults(5)
                                    .filters(f -> f.name("subnet-id").values(account.subnet)))
                            .stream()
                            .map(page -> page.networkInterfaces().size()))
                    .containsExactly(5, 5, 2);
            String instance = account.instance("t3.micro").instanceId();
            account.attach(enis.get(0), instance, 1);
            Ec2Exception refused =
                    catchThrowableOfType(Ec2Exception.class, () -> account.attach(enis.get(1), instance, 2));
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AttachmentLimitExceeded");
            assertThat(refused.requestId()).isNotEmpty();
            assertThat(elsewhere.describeVpcs().vpcs()).isEmpty();
            report(sender.name(), () -> client.describeNetworkInterfaces(r -> r.networkInterfaceIds(enis.get(0))));
            client.terminateInstances(r -> r.instanceIds(instance));
        }
    }

    private static void report(String name, Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        System.out.printf(Locale.ROOT, "== %s: %.2f ms a call%n", name, (System.nanoTime() - start) / 1e6 / CALLS);
    }

    @Test
    void asyncClient_byNetty_makesCallsInParallel() {
        try (Ec2AsyncClient client = Ec2AsyncClient.builder()
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(50)
                        .connectionAcquisitionTimeout(Duration.ofMinutes(1)))
                .endpointOverride(URL)
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .overrideConfiguration(Ec2Clients.overrides())
                .build()) {
            String vpc = client.createVpc(r -> r.cidrBlock("10.9.0.0/16"))
                    .join()
                    .vpc()
                    .vpcId();
            List<CompletableFuture<CreateSubnetResponse>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String block = "10.9." + i + ".0/24";
                calls.add(client.createSubnet(r -> r.vpcId(vpc).cidrBlock(block)));
            }
            assertThat(calls.stream()
                            .map(CompletableFuture::join)
                            .map(each -> each.subnet().subnetId())
                            .distinct())
                    .hasSize(200);
            List<String> seen = new ArrayList<>();
            client.describeSubnetsPaginator(
                            r -> r.maxResults(50).filters(f -> f.name("vpc-id").values(vpc)))
                    .subnets()
                    .subscribe(each -> seen.add(each.subnetId()))
                    .join();
            assertThat(seen).hasSize(200).doesNotHaveDuplicates();
            assertThatThrownBy(() -> client.deleteVpc(r -> r.vpcId(vpc)).join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            Ec2Exception.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("DependencyViolation"));
            report("NETTY", () -> client.describeVpcs(r -> r.vpcIds(vpc)).join());
        }
    }

    @ParameterizedTest
    @EnumSource
    void client_thatIsThrottled_triesAgainOverHttp(Sender sender) {
        FakeEc2 ec2 = FakeEc2.empty();
        ec2.failNextAttempt("DescribeVpcs", Ec2Error.throttled());
        try (LoopbackEc2 server = LoopbackEc2.serve(ec2);
                Ec2Client client = Ec2Client.builder()
                        .endpointOverride(URI.create(server.url()))
                        .httpClientBuilder(
                                sender == Sender.APACHE
                                        ? Apache5HttpClient.builder()
                                        : UrlConnectionHttpClient.builder())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(CREDENTIALS)
                        .overrideConfiguration(Ec2Clients.overrides())
                        .build()) {
            assertThat(client.describeVpcs().vpcs()).isEmpty();
            assertThat(ec2.calls()).hasSize(1);
            assertThat(ec2.calls().get(0).attempts()).isEqualTo(2);
        }
    }
}
