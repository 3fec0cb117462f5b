package io.enikit.consumer;

import io.enikit.limits.InstanceTypes;
import io.enikit.limits.PodCapacity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A program of somebody else: uses the bundled table first, and then describe output. */
public final class Consumer {
    private static final String JSON = "{\"InstanceTypes\": [{\"InstanceType\": \"x99.large\", \"NetworkInfo\":"
            + " {\"MaximumNetworkInterfaces\": 3, \"Ipv4AddressesPerInterface\": 10}}]}";

    private Consumer() {}

    /** Prints what a user would see. */
    public static void main(String[] arguments) {
        InstanceTypes types = InstanceTypes.bundled();
        System.out.println(types.stream().count() + " types, "
                + PodCapacity.of(types.limits("m5.large")).withSecondaryIps() + " pods");
        try {
            InstanceTypes read = InstanceTypes.fromDescribeInstanceTypes(
                    new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));
            System.out.println("read " + read.limits("x99.large").maximumNetworkInterfaces());
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
