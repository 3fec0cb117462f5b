package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackEc2Test {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final FakeEc2 ec2 = FakeEc2.empty();
    private final LoopbackEc2 server = LoopbackEc2.serve(ec2);

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder request(String form) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/")).POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void url_isOfTheLoopbackAddress() {
        assertThat(server.url()).matches("http://127\\.0\\.0\\.1:[0-9]+");
    }

    @Test
    void post_isAnsweredAsInProcess() throws Exception {
        HttpResponse<String> made = send(request(TestClient.form("CreateVpc", "CidrBlock", "10.0.0.0/16"))
                .build());
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("x-amzn-requestid")).isPresent();
        assertThat(ec2.plan().vpcs()).hasSize(1);
        assertThat(send(request("Action=Nothing").build()).statusCode()).isEqualTo(400);
    }

    @Test
    void get_isAnsweredToo() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(URI.create(server.url() + "/?Action=DescribeVpcs"))
                .build();
        assertThat(send(get).body()).contains("<vpcSet></vpcSet>");
    }

    @Test
    void region_isThatOfTheSignature() throws Exception {
        String scope =
                "AWS4-HMAC-SHA256 Credential=AK/20260101/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=0";
        send(request(TestClient.form("CreateVpc", "CidrBlock", "10.0.0.0/16"))
                .header("Authorization", scope)
                .build());
        assertThat(ec2.plan().vpcs()).isEmpty();
        assertThat(ec2.plan("eu-west-1").vpcs()).hasSize(1);
    }

    @Test
    void garbage_onTheSocket_leavesTheServerAsItWas() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            try (Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort())) {
                byte[] bytes = new byte[random.nextInt(2_000)];
                random.nextBytes(bytes);
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException ignored) {
                // The server may close first.
            }
        }
        assertThat(send(request("Action=DescribeVpcs").build()).statusCode()).isEqualTo(200);
    }

    @Test
    void calls_inParallel_areAllCarriedOut() {
        send(ec2, "CreateVpc", "CidrBlock", "10.0.0.0/16");
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String form = TestClient.form(
                    "CreateSubnet",
                    "VpcId",
                    "vpc-00000000000000001",
                    "CidrBlock",
                    String.format(Locale.ROOT, "10.0.%d.0/24", i));
            calls.add(CLIENT.sendAsync(request(form).build(), HttpResponse.BodyHandlers.ofString())
                    .thenApply(HttpResponse::statusCode));
        }
        assertThat(calls).allSatisfy(each -> assertThat(each.join()).isEqualTo(200));
        assertThat(ec2.plan().subnets()).hasSize(150);
    }

    private Socket connect() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort());
    }

    /** All connections are open before the first request is sent, and stay open until the end. */
    @Test
    void connections_aThousandInParallel_areAllAnswered() throws Exception {
        send(ec2, "CreateVpc", "CidrBlock", "10.0.0.0/16");
        send(ec2, "CreateSubnet", "VpcId", "vpc-00000000000000001", "CidrBlock", "10.0.0.0/20");
        byte[] form = TestClient.form("CreateNetworkInterface", "SubnetId", "subnet-00000000000000001")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = ("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + form.length + "\r\n\r\n"
                        + new String(form, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                sockets.add(connect());
            }
            for (Socket each : sockets) {
                each.setSoTimeout(60_000);
                each.getOutputStream().write(request);
            }
            Set<String> ids = new HashSet<>();
            for (Socket each : sockets) {
                ids.add(idIn(each));
            }
            assertThat(ids).hasSize(1_000);
            assertThat(ec2.plan().enisIn("subnet-00000000000000001"))
                    .hasSize(1_000)
                    .extracting(eni -> eni.privateIpAddress().orElseThrow())
                    .doesNotHaveDuplicates();
            int port = URI.create(server.url()).getPort();
            long start = System.nanoTime();
            server.close();
            LoopbackEc2.serve(ec2, port).close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(isEnded(sockets.get(999))).isTrue();
        } finally {
            for (Socket each : sockets) {
                each.close();
            }
        }
    }

    private static boolean isEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Reads an answer up to its end, and returns the id of the interface in it. */
    private static String idIn(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("</CreateNetworkInterfaceResponse>") < 0) {
            byte[] part = new byte[4_096];
            int length = socket.getInputStream().read(part);
            assertThat(length).as(answer.toString()).isPositive();
            answer.append(new String(part, 0, length, StandardCharsets.UTF_8));
        }
        assertThat(answer).startsWith("HTTP/1.1 200");
        return answer.substring(answer.indexOf("<networkInterfaceId>"), answer.indexOf("</networkInterfaceId>"));
    }

    @Test
    void connections_thatSendHalfARequest_keepNobodyWaiting() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket half = connect();
                half.getOutputStream().write("POST / HTTP/1.1\r\nContent-Le".getBytes(StandardCharsets.US_ASCII));
                sockets.add(half);
            }
            HttpRequest whole = request("Action=DescribeVpcs")
                    .timeout(Duration.ofSeconds(20))
                    .build();
            assertThat(send(whole).statusCode()).isEqualTo(200);
        } finally {
            for (Socket each : sockets) {
                each.close();
            }
        }
    }

    private static void send(FakeEc2 fake, String action, Object... parameters) {
        new TestClient(fake).call(action, parameters);
    }

    @Test
    void serve_portThatIsTaken_throws() {
        int port = URI.create(server.url()).getPort();
        assertThatThrownBy(() -> LoopbackEc2.serve(ec2, port)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void close_freesThePort() {
        int port = URI.create(server.url()).getPort();
        server.close();
        LoopbackEc2.serve(ec2, port).close();
    }
}
