package io.enikit.fake.awssdk;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Makes the HTTP clients of SDK clients that code builds by itself.
 *
 * <p>The SDK makes it, by the system properties that {@link Ec2Clients#serveByDefault} sets. It is compared by identity.
 */
public final class FakeHttpService implements SdkHttpService, SdkAsyncHttpService {
    /** For the SDK. */
    public FakeHttpService() {}

    @Override
    public SdkHttpClient.Builder<?> createHttpClientBuilder() {
        return new Builder();
    }

    @Override
    public SdkAsyncHttpClient.Builder<?> createAsyncHttpClientFactory() {
        return new AsyncBuilder();
    }

    private static final class Builder implements SdkHttpClient.Builder<Builder> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return Ec2Clients.http(ServedByDefault.current());
        }
    }

    private static final class AsyncBuilder implements SdkAsyncHttpClient.Builder<AsyncBuilder> {
        @Override
        public SdkAsyncHttpClient buildWithDefaults(AttributeMap defaults) {
            return Ec2Clients.asyncHttp(ServedByDefault.current());
        }
    }
}
