package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Sends requests to a fake. */
final class FakeHttpClient implements SdkHttpClient {
    private final FakeEc2 ec2;

    FakeHttpClient(FakeEc2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return send(request);
            }

            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
        WireResponse response = Exchange.answer(ec2, request.httpRequest(), body(request.contentStreamProvider()));
        byte[] xml = response.body().getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(Exchange.head(response, xml.length))
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(xml)))
                .build();
    }

    private static byte[] body(Optional<ContentStreamProvider> content) throws IOException {
        if (content.isEmpty()) {
            return new byte[0];
        }
        try (InputStream stream = content.get().newStream()) {
            return stream.readAllBytes();
        }
    }

    @Override
    public String clientName() {
        return "EniFake";
    }

    @Override
    public void close() {}
}
