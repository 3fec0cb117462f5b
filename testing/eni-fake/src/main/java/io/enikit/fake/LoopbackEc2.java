package io.enikit.fake;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.enikit.model.Quotas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Serves a fake over HTTP on the loopback address, for clients outside of the process.
 *
 * <p>As a program it serves an empty account in us-east-1 with quotas of 1,000: {@code java -cp … io.enikit.fake.LoopbackEc2
 * [PORT]}. The first line that it prints is its URL. It ends on a signal. Servers are compared by identity.
 */
public final class LoopbackEc2 implements AutoCloseable {
    private static final int LARGE_QUOTA = 1_000;
    private static final int BACKLOG = 1_024;
    private static final int THREADS = 1_024;
    private static final int IDLE_SECONDS = 10;

    static {
        // Without these, an answer waits for 40 ms, and a client that sends nothing keeps a thread for ever. They are
        // read when the first server is made.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "60");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final FakeEc2 ec2;

    private LoopbackEc2(FakeEc2 ec2, HttpServer server, ExecutorService threads) {
        this.ec2 = ec2;
        this.server = server;
        this.threads = threads;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Serves a fake on a free port.
     *
     * @param ec2 the fake
     * @return the server, which has started
     * @throws UncheckedIOException if no port can be had
     */
    public static LoopbackEc2 serve(FakeEc2 ec2) {
        return serve(ec2, 0);
    }

    /**
     * Serves a fake on a port of the loopback address.
     *
     * @param ec2 the fake
     * @param port the port, 0 for any that is free
     * @return the server, which has started
     * @throws UncheckedIOException if the port is taken
     */
    public static LoopbackEc2 serve(FakeEc2 ec2, int port) {
        return serve(ec2, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Serves a fake on an address, which others may reach as well if it is not a loopback one.
     *
     * @param ec2 the fake
     * @param address the address and the port
     * @return the server, which has started
     * @throws UncheckedIOException if the address is taken
     */
    public static LoopbackEc2 serve(FakeEc2 ec2, InetSocketAddress address) {
        requireNonNull(ec2, "ec2");
        requireNonNull(address, "address");
        try {
            HttpServer server = HttpServer.create(address, BACKLOG);
            ExecutorService threads = threads();
            LoopbackEc2 loopback = new LoopbackEc2(ec2, server, threads);
            server.setExecutor(threads);
            server.createContext("/", loopback::handle);
            server.start();
            return loopback;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns threads enough that clients which are slow, or send half a request and no more, keep no others waiting. Where
     * all are taken, the next request waits for one.
     */
    private static ExecutorService threads() {
        return new ThreadPoolExecutor(
                0,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "eni-fake");
                    thread.setDaemon(true);
                    return thread;
                },
                (task, pool) -> {
                    try {
                        boolean taken = false;
                        while (!taken && !pool.isShutdown()) {
                            taken = pool.getQueue().offer(task, 1, TimeUnit.SECONDS);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /**
     * Serves an empty account until the process is ended.
     *
     * @param arguments the port, if it is to be a certain one
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        FakeEc2 ec2 =
                FakeEc2.builder().region("us-east-1").quotas(largeQuotas()).build();
        LoopbackEc2 server = serve(ec2, port);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            ended.countDown();
        }));
        System.out.println(server.url());
        System.out.flush();
        ended.await();
    }

    private static Quotas largeQuotas() {
        return Quotas.awsDefaults()
                .withVpcs(LARGE_QUOTA)
                .withSubnetsPerVpc(LARGE_QUOTA)
                .withElasticIps(LARGE_QUOTA)
                .withNetworkInterfaces(LARGE_QUOTA)
                .withSecurityGroups(LARGE_QUOTA)
                .withIpv4CidrBlocksPerVpc(LARGE_QUOTA)
                .withIpv6CidrBlocksPerVpc(LARGE_QUOTA);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            WireRequest request = WireRequest.of(form(exchange));
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            request = authorization == null ? request : request.withAuthorization(authorization);
            String invocation = exchange.getRequestHeaders().getFirst("amz-sdk-invocation-id");
            request = invocation == null ? request : request.withInvocation(invocation);
            WireResponse response = ec2.exchange(request);
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            exchange.getResponseHeaders().set("x-amzn-requestid", response.requestId());
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Reads the form: the body, or the query of a request that has none. */
    private static byte[] form(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            String query = exchange.getRequestURI().getRawQuery();
            return query == null ? new byte[0] : query.getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream body = exchange.getRequestBody()) {
            return body.readNBytes(QueryForm.BYTES_AT_MOST + 1);
        }
    }

    /** {@return the URL, such as {@code http://127.0.0.1:40123}} */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** {@return the fake that is served} */
    public FakeEc2 ec2() {
        return ec2;
    }

    /** Stops at once: connections are closed, and the port is free again. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
