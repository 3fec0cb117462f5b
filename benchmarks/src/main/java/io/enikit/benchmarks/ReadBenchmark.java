package io.enikit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import io.enikit.json.DescribeJson;
import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Describe output of 100,000 interfaces against the tree that Jackson makes of it, and plan texts against the builder. */
@State(Scope.Benchmark)
public class ReadBenchmark {
    private static final int ENIS = 100_000;

    /** What ids of EC2 begin with, by the key of describe output. */
    private static final Map<String, String> PREFIXES = Map.of(
            "NetworkInterfaceId", "eni-",
            "InstanceId", "i-",
            "SubnetId", "subnet-",
            "VpcId", "vpc-",
            "GroupId", "sg-");

    private final ObjectMapper jackson = new ObjectMapper();
    private final NetworkPlan plan = Plans.of(ENIS);
    private final List<Resource> resources = plan.resources().toList();
    private final String text = PlanText.write(plan);
    private final Path file = write(withoutInstances());
    private final Path fileOfIds = withIdsOfEc2(file);

    /** Interfaces attached to instances that are not shown: each interface stands in the file once. */
    private NetworkPlan withoutInstances() {
        NetworkPlan.Builder some = plan.toBuilder();
        plan.instances().forEach(each -> some.remove(each.id()));
        return some.build();
    }

    private static Path write(NetworkPlan plan) {
        try {
            Path file = Files.createTempFile("described", ".json");
            try (OutputStream stream = Files.newOutputStream(file)) {
                DescribeJson.write(plan, stream);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the same with ids as EC2 makes them: they say nothing, and are in no order. */
    private Path withIdsOfEc2(Path named) {
        try {
            JsonNode root = jackson.readTree(named.toFile());
            root.findParents("Attachment")
                    .forEach(eni -> ((ObjectNode) eni.get("Attachment"))
                            .put("AttachmentId", id("eni-attach-", eni.get("NetworkInterfaceId"))));
            PREFIXES.forEach((key, prefix) -> root.findParents(key)
                    .forEach(parent -> ((ObjectNode) parent).put(key, id(prefix, parent.get(key)))));
            Path file = Files.createTempFile("described", ".json");
            jackson.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(String prefix, JsonNode name) {
        return prefix + "0"
                + Hashing.murmur3_128()
                        .hashString(name.textValue(), UTF_8)
                        .toString()
                        .substring(0, 16);
    }

    /** Says how long the files are. */
    @Setup
    public void say() throws IOException {
        System.out.printf("%s: %,d bytes%n", file, Files.size(file));
        System.out.printf("%s: %,d bytes%n", fileOfIds, Files.size(fileOfIds));
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
        Files.delete(fileOfIds);
    }

    @Benchmark
    @OperationsPerInvocation(ENIS)
    public Reading describedPerEni_eni() {
        return PlanReader.create().read(file);
    }

    @Benchmark
    @OperationsPerInvocation(ENIS)
    public JsonNode describedPerEni_jackson() throws IOException {
        return jackson.readTree(file.toFile());
    }

    @Benchmark
    @OperationsPerInvocation(ENIS)
    public Reading describedIdsPerEni_eni() {
        return PlanReader.create().read(fileOfIds);
    }

    @Benchmark
    @OperationsPerInvocation(ENIS)
    public JsonNode describedIdsPerEni_jackson() throws IOException {
        return jackson.readTree(fileOfIds.toFile());
    }

    @Benchmark
    @OperationsPerInvocation(ENIS)
    public NetworkPlan textPerEni_eni() {
        return PlanText.read(text);
    }

    @Benchmark
    @OperationsPerInvocation(ENIS)
    public NetworkPlan textPerEni_builder() {
        NetworkPlan.Builder same = NetworkPlan.builder();
        resources.forEach(same::add);
        return same.build();
    }
}
