package io.enikit.operations;

import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about security groups, their names and the VPCs that they can be used in. */
class GroupScenarioTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            vpc other cidrBlocks=10.1.0.0/16
            vpc start cidrBlocks=172.31.0.0/16 defaultVpc=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            subnet o vpc=other availabilityZone=eu-west-1a cidrBlock=10.1.0.0/24
            group default vpc=main
            group other/default vpc=other groupName=default
            group sg-0a1b2c3d vpc=main groupName=web
            end
            """);

    private static void assertRefused(String code, String rule, Operation... operations) {
        assertThat(EC2.apply(PLAN, operations)).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).as(refused.toString()).isEqualTo(rule);
            assertThat(refused.code().orElse("")).isEqualTo(code);
        });
    }

    private static NetworkPlan after(Operation... operations) {
        NetworkPlan after = EC2.apply(PLAN, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors()).isFalse();
        return after;
    }

    @Test
    void create_name_isTheIdUnlessStated() {
        NetworkPlan after = after(
                CreateSecurityGroup.of("db", "main").withDescription("for tests"),
                CreateSecurityGroup.of("sg-1", "main")
                        .withDescription("for tests")
                        .withGroupName("cache"));
        assertThat(after.securityGroup(SecurityGroupId.of("db")).orElseThrow().groupName())
                .isEqualTo("db");
        assertThat(after.securityGroup(SecurityGroupId.of("sg-1")).orElseThrow().groupName())
                .isEqualTo("cache");
    }

    @Test
    void create_nameOfAnother_isRefusedInItsVpcOnly() {
        CreateSecurityGroup web = CreateSecurityGroup.of("new", "main")
                .withDescription("for tests")
                .withGroupName("web");
        assertRefused("InvalidGroup.Duplicate", "group.name.unique", web);
        assertThat(after(CreateSecurityGroup.of("new", "other")
                                .withDescription("for tests")
                                .withGroupName("web"))
                        .securityGroup(SecurityGroupId.of("new")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "255, 255, true", "256, 1, false", "1, 256, false"})
    void create_nameAndDescriptionOfALength_areAcceptedUpToTheLimit(int name, int description, boolean accepted) {
        CreateSecurityGroup create = CreateSecurityGroup.of("new", "main")
                .withGroupName("x".repeat(name))
                .withDescription("y".repeat(description));
        if (accepted) {
            assertThat(after(create).securityGroup(SecurityGroupId.of("new"))).isPresent();
        } else {
            assertRefused("InvalidParameterValue", "group.name", create);
        }
    }

    @Test
    void create_withoutWhatEc2Asks_isRefusedBeforeTheNameIsLookedUp() {
        CreateSecurityGroup create = CreateSecurityGroup.of("new", "main").withGroupName("web");
        assertRefused("MissingParameter", "create.group-description", create);
        assertRefused(
                "MissingParameter",
                "create.group-name",
                create.withDescription("for tests").withGroupName(""));
        assertRefused(
                "InvalidParameterValue", "create.group-description-characters", create.withDescription("the app's"));
        assertRefused(
                "InvalidParameterValue",
                "create.group-name-characters",
                create.withDescription("for tests").withGroupName("web%"));
        assertRefused(
                "InvalidParameterValue",
                "create.group-name-reserved",
                create.withDescription("for tests").withGroupName("default"));
    }

    @Test
    void create_nameLikeAnId_isRefused() {
        assertRefused(
                "InvalidParameterValue",
                "group.name",
                CreateSecurityGroup.of("new", "main")
                        .withDescription("for tests")
                        .withGroupName("sg-web"));
    }

    @Test
    void associate_furtherVpc_makesTheGroupUsableThere() {
        CreateEni there = CreateEni.of("e", "o").withSecurityGroups("sg-0a1b2c3d");
        assertRefused("InvalidParameterValue", "eni.groups.vpc", there);
        NetworkPlan after = after(AssociateSecurityGroupVpc.of("sg-0a1b2c3d", "other"), there);
        assertThat(after.eni("e")).isPresent();
        assertThat(EC2.apply(after, DeleteEni.of("e"), DisassociateSecurityGroupVpc.of("sg-0a1b2c3d", "other"))
                        .orElseThrow())
                .isEqualTo(PLAN);
    }

    @Test
    void associate_defaultGroupOrVpc_isRefused() {
        assertRefused("", "group.vpc.associations", AssociateSecurityGroupVpc.of("default", "other"));
        assertRefused("", "group.vpc.associations", AssociateSecurityGroupVpc.of("sg-0a1b2c3d", "start"));
        assertRefused("InvalidVpcID.NotFound", "vpc.known", AssociateSecurityGroupVpc.of("sg-0a1b2c3d", "nowhere"));
        assertRefused("InvalidGroup.NotFound", "delete.group-known", AssociateSecurityGroupVpc.of("no", "other"));
    }

    @Test
    void check_groupOfAVpcThatIsNotThere_namesTheVpc() {
        NetworkPlan broken =
                PlanText.read(PlanText.write(PLAN).replace("groupName=web", "groupName=web associatedVpcs=gone,other"));
        assertThat(RULES.check(broken).violations())
                .extracting(Violation::rule, Violation::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "group.vpc.exists", "the VPC \"gone\" that it is associated with does not exist"));
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        90,
                        "delete a group in use",
                        "DependencyViolation",
                        "delete.group-unused",
                        DeleteSecurityGroup.of("web")),
                refusal(
                        90,
                        "delete the default group",
                        "CannotDelete",
                        "delete.group-not-default",
                        DeleteSecurityGroup.of("default")),
                refusal(
                        90,
                        "delete an unknown group",
                        "InvalidGroup.NotFound",
                        "delete.group-known",
                        DeleteSecurityGroup.of("nobody")),
                refusal(
                        0,
                        "create a group of a name that is taken",
                        "InvalidGroup.Duplicate",
                        "group.name.unique",
                        CreateSecurityGroup.of("again", "main")
                                .withDescription("for tests")
                                .withGroupName("web")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        refusal.assertIn(InterfaceScenarios.plan());
    }

    @Test
    void groups_createdAndDeleted() {
        NetworkPlan created =
                InterfaceScenarios.after(CreateSecurityGroup.of("new", "main").withDescription("a new one"));
        assertThat(created.securityGroup(SecurityGroupId.of("new"))).isPresent();
        assertThat(EC2.apply(created, DeleteSecurityGroup.of("new")).orElseThrow())
                .isEqualTo(InterfaceScenarios.plan());
        assertThat(InterfaceScenarios.after(DeleteSecurityGroup.of("unused"))
                        .securityGroup(SecurityGroupId.of("unused")))
                .isEmpty();
    }
}
