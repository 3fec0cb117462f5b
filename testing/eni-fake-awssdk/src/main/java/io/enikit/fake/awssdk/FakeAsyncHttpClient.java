package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.WireResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.utils.async.SimplePublisher;

/** Sends requests of asynchronous clients to a fake. */
final class FakeAsyncHttpClient implements SdkAsyncHttpClient {
    private final FakeEc2 ec2;

    FakeAsyncHttpClient(FakeEc2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        request.requestContentPublisher().subscribe(new Collecting(body));
        return body.thenCompose(form -> answer(request, form)).whenComplete((done, failure) -> {
            if (failure != null) {
                request.responseHandler().onError(failure);
            }
        });
    }

    private CompletableFuture<Void> answer(AsyncExecuteRequest request, byte[] form) {
        WireResponse response = Exchange.answer(ec2, request.request(), form);
        byte[] xml = response.body().getBytes(StandardCharsets.UTF_8);
        SimplePublisher<ByteBuffer> content = new SimplePublisher<>();
        request.responseHandler().onHeaders(Exchange.head(response, xml.length));
        request.responseHandler().onStream(content);
        CompletableFuture<Void> sent = content.send(ByteBuffer.wrap(xml));
        return CompletableFuture.allOf(sent, content.complete());
    }

    @Override
    public String clientName() {
        return "EniFake";
    }

    @Override
    public void close() {}

    /** Collects the body of a request. */
    private static final class Collecting implements Subscriber<ByteBuffer> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body;

        Collecting(CompletableFuture<byte[]> body) {
            this.body = body;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer part) {
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            bytes.writeBytes(copy);
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
