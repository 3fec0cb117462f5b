package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.WireRequest;
import io.enikit.fake.WireResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Turns a request of the SDK into one of the fake, and the answer back. */
final class Exchange {
    private static final Pattern HOST = Pattern.compile("ec2\\.([a-z0-9-]+)\\.(?:amazonaws|api).*");

    private Exchange() {}

    static WireResponse answer(FakeEc2 ec2, SdkHttpRequest http, byte[] body) {
        WireRequest request = WireRequest.of(body);
        Matcher host = HOST.matcher(http.host());
        request = host.matches() ? request.withRegion(host.group(1)) : request;
        Optional<String> authorization = http.firstMatchingHeader("Authorization");
        request = authorization.isPresent() ? request.withAuthorization(authorization.get()) : request;
        Optional<String> invocation = http.firstMatchingHeader("amz-sdk-invocation-id");
        request = invocation.isPresent() ? request.withInvocation(invocation.get()) : request;
        return ec2.exchange(request);
    }

    static SdkHttpFullResponse head(WireResponse response, int length) {
        return SdkHttpFullResponse.builder()
                .statusCode(response.status())
                .putHeader("Content-Type", "text/xml;charset=UTF-8")
                .putHeader("Content-Length", Integer.toString(length))
                .putHeader("x-amzn-requestid", response.requestId())
                .build();
    }
}
