package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.rules.Ec2Rules;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about tags. */
class TagScenarioTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard().without("limits.unchecked"));
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            group default vpc=main
            eni e subnet=a privateIpAddresses=10.0.0.10* groups=default
            end
            """);

    private static NetworkPlan tagged(int count) {
        ImmutableMap.Builder<String, String> tags = ImmutableMap.builder();
        for (int i = 0; i < count; i++) {
            tags.put("k" + i, "");
        }
        tags.put("aws:createdBy", "somebody");
        return PLAN.toBuilder()
                .put(PLAN.eni("e").orElseThrow().toBuilder()
                        .tags(tags.buildOrThrow())
                        .build())
                .build();
    }

    private static void assertRefused(ApplyResult result, String code, String rule) {
        assertThat(result).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).as(refused.toString()).isEqualTo(rule);
            assertThat(refused.code()).isEqualTo(Optional.of(code));
        });
    }

    @Test
    void tag_fiftyOfTheUsers_oneMoreIsRefused() {
        NetworkPlan fifty = EC2.apply(tagged(49), TagResource.of(EniId.of("e"), "one", "more"))
                .orElseThrow();
        assertRefused(EC2.apply(fifty, TagResource.of(EniId.of("e"), "too", "many")), "TagLimitExceeded", "tags.count");
        assertThat(EC2.apply(fifty, TagResource.of(EniId.of("e"), "one", "changed"))
                        .isAccepted())
                .isTrue();
        assertThat(EC2.apply(tagged(60), UntagResource.of(EniId.of("e"), "k7")).isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, true", "128, 256, true", "129, 0, false", "0, 0, false", "1, 257, false"})
    void tag_ofALength_isAcceptedUpToTheLimit(int key, int value, boolean accepted) {
        TagResource tag = TagResource.of(VpcId.of("main"), "\uD83D\uDE00".repeat(key), "v".repeat(value));
        assertThat(EC2.apply(PLAN, tag).isAccepted()).isEqualTo(accepted);
        if (!accepted) {
            assertRefused(
                    EC2.apply(PLAN, tag), "InvalidParameterValue", value > 0 ? "tags.value-length" : "tags.key-length");
        }
    }

    @Test
    void tag_ofAws_isNotForUsers() {
        TagResource tag = TagResource.of(EniId.of("e"), "aws:x", "y");
        assertRefused(EC2.apply(PLAN, tag), "InvalidParameterValue", "tags.reserved");
        assertRefused(
                EC2.apply(tagged(1), UntagResource.of(EniId.of("e"), "aws:createdBy")),
                "InvalidParameterValue",
                "tags.reserved");
        assertRefused(
                EC2.apply(PLAN, CreateEni.of("new", "a").withTags(Map.of("aws:x", "y"))),
                "InvalidParameterValue",
                "create.tags-reserved");
    }

    @Test
    void created_withTags_hasThem() {
        Map<String, String> tags = Map.of("Name", "new");
        NetworkPlan after = EC2.apply(
                        PLAN,
                        CreateVpc.of("v", "10.1.0.0/16").withTags(tags),
                        CreateSubnet.of("s", "v", "eu-west-1a")
                                .withCidrBlock("10.1.0.0/24")
                                .withTags(tags),
                        CreateSecurityGroup.of("g", "v")
                                .withDescription("for tests")
                                .withTags(tags),
                        AllocateElasticIp.of("ip").withTags(tags),
                        LaunchInstance.of("app", "m5.large").withSubnetId("s").withTags(tags))
                .orElseThrow();
        assertThat(Stream.of(
                        VpcId.of("v"),
                        SubnetId.of("s"),
                        SecurityGroupId.of("g"),
                        ElasticIpId.of("ip"),
                        InstanceId.of("app")))
                .allSatisfy(
                        id -> assertThat(after.find(id).orElseThrow().tags()).isEqualTo(tags));
        assertThat(after.eni("app/eth0").orElseThrow().tags()).isEmpty();
    }

    static Stream<Operation> creations() {
        Map<String, String> tags = Map.of("aws:x", "y");
        return Stream.of(
                CreateVpc.of("v", "10.1.0.0/16").withTags(tags),
                CreateSubnet.of("s", "main", "eu-west-1a")
                        .withCidrBlock("10.0.1.0/24")
                        .withTags(tags),
                CreateSecurityGroup.of("g", "main").withDescription("for tests").withTags(tags),
                AllocateElasticIp.of("ip").withTags(tags),
                LaunchInstance.of("app", "m5.large").withSubnetId("a").withTags(tags));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void created_withATagOfAws_isRefused(Operation creation) {
        assertRefused(EC2.apply(PLAN, creation), "InvalidParameterValue", "create.tags-reserved");
    }

    @Test
    void launch_withTaggedInterface_tagsIt() {
        LaunchInterface primary = LaunchInterface.creating(
                0, CreateEni.of("app/eth0", "a").withTags(Map.of("Name", "front", "Empty", "")));
        NetworkPlan after = EC2.apply(PLAN, LaunchInstance.of("app", "m5.large").plusInterface(primary))
                .orElseThrow();
        assertThat(after.eni("app/eth0").orElseThrow().tags()).isEqualTo(Map.of("Name", "front", "Empty", ""));
        assertRefused(
                EC2.apply(
                        PLAN,
                        LaunchInstance.of("app", "m5.large")
                                .plusInterface(LaunchInterface.creating(
                                        0, CreateEni.of("app/eth0", "a").withTags(Map.of("aws:x", "y"))))),
                "InvalidParameterValue",
                "create.tags-reserved");
    }
}
