package io.enikit.fake.awssdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags what a test makes, keeps the ids of what holds the rest, and writes down what each call was answered. */
@SuppressWarnings("unchecked") // the SDK takes generic varargs
final class CallFacts implements ExecutionInterceptor {
    static final String TAG = "eni-conformance";
    private static final int LONGEST = 600;

    /** The files that this run has begun. */
    private static final Set<Path> BEGUN = ConcurrentHashMap.newKeySet();

    private final String testCase;
    private final List<String> lines = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private boolean paused;

    CallFacts(String testCase) {
        this.testCase = testCase;
    }

    /** Returns the ids of VPCs and Elastic IPs that were made: all else is in a VPC. */
    List<String> made() {
        return made;
    }

    /** Writes down nothing more. */
    void pause() {
        paused = true;
    }

    private static TagSpecification tag(String type) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(t -> t.key(TAG).value("delete me"))
                .build();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (request instanceof CreateVpcRequest create) {
            return create.toBuilder().tagSpecifications(tag("vpc")).build();
        } else if (request instanceof CreateSubnetRequest create) {
            return create.toBuilder().tagSpecifications(tag("subnet")).build();
        } else if (request instanceof CreateSecurityGroupRequest create) {
            return create.toBuilder().tagSpecifications(tag("security-group")).build();
        } else if (request instanceof CreateNetworkInterfaceRequest create) {
            return create.toBuilder()
                    .tagSpecifications(tag("network-interface"))
                    .build();
        } else if (request instanceof AllocateAddressRequest create) {
            return create.toBuilder().tagSpecifications(tag("elastic-ip")).build();
        } else if (request instanceof RunInstancesRequest run) {
            return run.toBuilder()
                    .tagSpecifications(tag("instance"), tag("network-interface"))
                    .build();
        }
        return request;
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        if (response instanceof CreateVpcResponse vpc) {
            made.add(vpc.vpc().vpcId());
        } else if (response instanceof AllocateAddressResponse address) {
            made.add(address.allocationId());
        }
        add(context.request(), "accepted");
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        String answer = context.exception() instanceof AwsServiceException refused && refused.awsErrorDetails() != null
                ? refused.awsErrorDetails().errorCode() + ": "
                        + refused.awsErrorDetails().errorMessage()
                : context.exception().toString();
        add(context.request(), answer);
    }

    private void add(SdkRequest request, String answer) {
        if (!paused) {
            String call = request.toString().replace("Request(", "(");
            String shorter = call.length() > LONGEST ? call.substring(0, LONGEST) + "…" : call;
            lines.add(String.join("\t", testCase, shorter, answer).replaceAll("[\\r\\n]+", " "));
        }
    }

    /** Writes to {@code -Deni.facts=}, or to a file in target. */
    void write(String target) {
        String kind = target.startsWith("http") ? "other" : target;
        Path file = Path.of(System.getProperty("eni.facts", "target/conformance-" + kind + ".tsv"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            StandardOpenOption how = BEGUN.add(file) ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
