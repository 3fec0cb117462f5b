package io.enikit.fake.awssdk;

import static java.util.Objects.requireNonNull;

import io.enikit.fake.FakeEc2;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.waiters.Ec2AsyncWaiter;
import software.amazon.awssdk.services.ec2.waiters.Ec2Waiter;

/**
 * Makes clients of the AWS SDK for Java that a fake answers, in this process and without a socket.
 *
 * <p>They are the SDK's own clients: requests are marshalled and signed, answers parsed, errors typed, failed attempts
 * repeated, all as in production. Only what sends the bytes is another, and nothing waits between attempts.
 */
public final class Ec2Clients {
    private Ec2Clients() {}

    /**
     * Returns a client that a fake answers.
     *
     * @param ec2 the fake
     * @return the client, in the Region of the fake
     */
    public static Ec2Client sync(FakeEc2 ec2) {
        return Ec2Client.builder()
                .httpClient(http(ec2))
                .region(Region.of(ec2.region()))
                .credentialsProvider(credentials())
                .overrideConfiguration(overrides())
                .build();
    }

    /**
     * Returns an asynchronous client that a fake answers.
     *
     * @param ec2 the fake
     * @return the client, in the Region of the fake
     */
    public static Ec2AsyncClient async(FakeEc2 ec2) {
        return Ec2AsyncClient.builder()
                .httpClient(asyncHttp(ec2))
                .region(Region.of(ec2.region()))
                .credentialsProvider(credentials())
                .overrideConfiguration(overrides())
                .build();
    }

    /**
     * Returns what sends requests to a fake, for clients that you build yourself.
     *
     * @param ec2 the fake
     * @return the HTTP client
     */
    public static SdkHttpClient http(FakeEc2 ec2) {
        return new FakeHttpClient(requireNonNull(ec2, "ec2"));
    }

    /**
     * Returns what sends requests to a fake, for asynchronous clients that you build yourself.
     *
     * @param ec2 the fake
     * @return the HTTP client
     */
    public static SdkAsyncHttpClient asyncHttp(FakeEc2 ec2) {
        return new FakeAsyncHttpClient(requireNonNull(ec2, "ec2"));
    }

    /**
     * Returns a waiter that asks again at once, and not after fifteen seconds.
     *
     * @param client the client
     * @return the waiter
     */
    public static Ec2Waiter waiter(Ec2Client client) {
        return Ec2Waiter.builder()
                .client(requireNonNull(client, "client"))
                .overrideConfiguration(waiting -> waiting.backoffStrategyV2(BackoffStrategy.retryImmediately()))
                .build();
    }

    /**
     * Returns a waiter that asks again at once, and not after fifteen seconds.
     *
     * @param client the client
     * @return the waiter
     */
    public static Ec2AsyncWaiter waiter(Ec2AsyncClient client) {
        return Ec2AsyncWaiter.builder()
                .client(requireNonNull(client, "client"))
                .overrideConfiguration(waiting -> waiting.backoffStrategyV2(BackoffStrategy.retryImmediately()))
                .build();
    }

    /**
     * Lets the clients reach a fake that code builds by itself, as long as nothing else serves them.
     *
     * <p>It sets system properties of the SDK: which class makes HTTP clients, the Region and credentials. Clients that
     * are given an HTTP client go where that one goes. One fake at a time serves such clients.
     *
     * @param ec2 the fake
     * @return what ends it, and sets the properties back
     * @throws IllegalStateException if a fake serves such clients already
     */
    public static ServedByDefault serveByDefault(FakeEc2 ec2) {
        return ServedByDefault.start(requireNonNull(ec2, "ec2"));
    }

    /**
     * Returns the settings of a client that does not wait between attempts.
     *
     * @return the settings
     */
    public static ClientOverrideConfiguration overrides() {
        RetryStrategy atOnce = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .build();
        return ClientOverrideConfiguration.builder().retryStrategy(atOnce).build();
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));
    }
}
