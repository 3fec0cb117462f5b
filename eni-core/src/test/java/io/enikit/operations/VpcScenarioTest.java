package io.enikit.operations;

import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EC2 answers to calls about VPCs and their blocks. */
class VpcScenarioTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc one cidrBlocks=10.1.0.0/16
            vpc two cidrBlocks=10.2.0.0/16,10.3.0.0/16 ipv6CidrBlocks=2001:db8:100::/56 internetGatewayAttached=true
            vpc many cidrBlocks=10.11.0.0/16,10.12.0.0/16,10.13.0.0/16,10.14.0.0/16,10.15.0.0/16 ipv6CidrBlocks=2001:db8:1::/56,2001:db8:2::/56,2001:db8:3::/56,2001:db8:4::/56,2001:db8:5::/56
            vpc bare cidrBlocks=10.5.0.0/16
            subnet a vpc=two availabilityZone=eu-west-1a cidrBlock=10.2.1.0/24 ipv6CidrBlock=2001:db8:100:1::/64
            subnet b vpc=two availabilityZone=eu-west-1a cidrBlock=10.3.1.0/24
            group bare/default vpc=bare groupName=default
            group web vpc=two
            eni e1 subnet=a privateIpAddresses=10.2.1.10* groups=web
            eip ip networkInterface=e1 privateIpAddress=10.2.1.10
            end
            """);

    private static AssociateVpcCidrBlock associate(String vpc, String cidrBlock) {
        return AssociateVpcCidrBlock.of(vpc).withCidrBlock(cidrBlock);
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(1, "create a /15", "InvalidVpc.Range", "vpc.cidr.size", CreateVpc.of("new", "10.0.0.0/15")),
                refusal(2, "create a /29", "InvalidVpc.Range", "vpc.cidr.size", CreateVpc.of("new", "10.0.0.0/29")),
                refusal(
                        3,
                        "create of an IPv6 block",
                        "InvalidParameterValue",
                        "cidr.syntax",
                        CreateVpc.of("new", "2001:db8::/24")),
                refusal(
                        5,
                        "associate another private range",
                        "InvalidVpc.Range",
                        "vpc.cidr.restricted",
                        associate("two", "192.168.0.0/16")),
                refusal(
                        6,
                        "associate of 10.0.0.0/16 beside 10.1.0.0/16",
                        "InvalidVpc.Range",
                        "vpc.cidr.restricted",
                        associate("one", "10.0.0.0/24")),
                refusal(
                        8,
                        "associate a sixth block",
                        "CidrLimitExceeded",
                        "quota.ipv4-cidr-blocks",
                        associate("many", "10.16.0.0/16")),
                refusal(
                        8,
                        "associate a sixth IPv6 block",
                        "CidrLimitExceeded",
                        "quota.ipv6-cidr-blocks",
                        AssociateVpcCidrBlock.of("many").withAmazonProvidedIpv6CidrBlock(true)),
                refusal(
                        9,
                        "disassociate the primary block",
                        "OperationNotPermitted",
                        "disassociate.not-primary",
                        DisassociateVpcCidrBlock.of("two", "10.2.0.0/16")),
                refusal(
                        9,
                        "disassociate a block with a subnet",
                        "InvalidCidrBlock.InUse",
                        "disassociate.vpc-block-unused",
                        DisassociateVpcCidrBlock.of("two", "10.3.0.0/16")),
                refusal(
                        9,
                        "disassociate an IPv6 block with a subnet",
                        "InvalidCidrBlock.InUse",
                        "disassociate.vpc-block-unused",
                        DisassociateVpcCidrBlock.of("two", "2001:db8:100::/56")),
                refusal(
                        9,
                        "disassociate an unknown block",
                        "InvalidVpcCidrBlockAssociationID.NotFound",
                        "disassociate.vpc-block-known",
                        DisassociateVpcCidrBlock.of("two", "10.9.0.0/16")),
                refusal(11, "delete with subnets", "DependencyViolation", "delete.vpc-unused", DeleteVpc.of("two")),
                refusal(
                        11,
                        "delete twice",
                        "InvalidVpcID.NotFound",
                        "vpc.known",
                        DeleteVpc.of("one"),
                        DeleteVpc.of("one")),
                refusal(
                        0,
                        "create in the link-local range",
                        "InvalidVpc.Range",
                        "vpc.cidr.link-local",
                        CreateVpc.of("new", "169.254.0.0/16")),
                refusal(
                        0,
                        "create one too many",
                        "VpcLimitExceeded",
                        "quota.vpcs",
                        CreateVpc.of("five", "10.0.0.0/16"),
                        CreateVpc.of("six", "10.0.0.0/16")),
                refusal(
                        0,
                        "associate an overlapping block",
                        "CidrConflict",
                        "vpc.cidr.overlap",
                        associate("two", "10.3.8.0/24")),
                refusal(
                        0,
                        "associate a block of a wrong IPv6 length",
                        "",
                        "vpc.ipv6-cidr.size",
                        AssociateVpcCidrBlock.of("two").withIpv6CidrBlock("2001:db8:200::/58")),
                refusal(0, "associate nothing", "", "associate.one-block", AssociateVpcCidrBlock.of("two")),
                refusal(
                        0,
                        "associate two at once",
                        "",
                        "associate.one-block",
                        associate("two", "10.4.0.0/16").withAmazonProvidedIpv6CidrBlock(true)),
                refusal(
                        0,
                        "attach a second internet gateway",
                        "InvalidParameterValue",
                        "gateway.attach-free",
                        AttachInternetGateway.of("two")),
                refusal(
                        0,
                        "detach an internet gateway from a VPC without",
                        "Gateway.NotAttached",
                        "gateway.detach-attached",
                        DetachInternetGateway.of("one")),
                refusal(
                        0,
                        "detach an internet gateway in use",
                        "DependencyViolation",
                        "gateway.detach-unused",
                        DetachInternetGateway.of("two")));
    }

    @Test
    void plan_ofTheScenarios_isSound() {
        assertThat(RULES.check(PLAN).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCode(Refusal refusal) {
        assertThat(EC2.apply(PLAN, refusal.operations())).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).as(refused.toString()).isEqualTo(refusal.rule());
            assertThat(refused.code()).isEqualTo(refusal.code());
            Refusal.assertWellRefused(PLAN, refusal.operations(), refused);
            assertThat(refused.operationIndex()).isEqualTo(refusal.operations().size() - 1);
        });
    }

    private static NetworkPlan after(Operation... operations) {
        NetworkPlan after = EC2.apply(PLAN, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }

    private static Vpc vpc(NetworkPlan plan, String id) {
        return plan.vpc(id).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/16", "10.0.0.0/28", "8.8.0.0/16", "100.64.0.0/16", "172.17.0.0/16"})
    void createVpc_blockOfAnyRange_isAccepted(String block) {
        assertThat(vpc(after(CreateVpc.of("new", block)), "new").cidrBlocks()).containsExactly(Cidr.parse(block));
    }

    @Test
    void createVpc_hostBitsSet_areCleared() {
        assertThat(vpc(after(CreateVpc.of("new", "100.68.0.18/18")), "new").primaryCidrBlock())
                .contains(Cidr.parse("100.68.0.0/18"));
    }

    @Test
    void createVpc_publicBlock_isAccepted() {
        assertThat(after(CreateVpc.of("new", "8.8.0.0/16")).vpc("new")).isPresent();
    }

    @Test
    void createVpc_nothingElse_hasItsDefaultGroupAndIsDeletedWithIt() {
        NetworkPlan created = after(CreateVpc.of("new", "10.0.0.0/16"));
        assertThat(created.securityGroupsOf(VpcId.of("new")))
                .singleElement()
                .satisfies(group -> assertThat(group.isDefault()).isTrue())
                .extracting(SecurityGroup::groupName)
                .isEqualTo("default");
        assertThat(EC2.apply(created, DeleteVpc.of("new")).orElseThrow()).isEqualTo(PLAN);
    }

    @Test
    void createVpc_amazonProvidedIpv6_hasABlockOf56() {
        CreateVpc create = CreateVpc.of("new", "10.0.0.0/16").withAmazonProvidedIpv6CidrBlock(true);
        Vpc made = vpc(after(create), "new");
        assertThat(made.ipv6CidrBlocks())
                .singleElement()
                .satisfies(block -> assertThat(block.prefixLength()).isEqualTo(56));
        assertThat(((ApplyResult.Accepted) EC2.apply(PLAN, create)).outcomes())
                .extracting(Outcome::toString)
                .containsExactly(
                        "new: CREATED 10.0.0.0/16",
                        "new: ASSOCIATED " + made.ipv6CidrBlocks().get(0),
                        "new/default: CREATED in new");
    }

    @Test
    void associate_sharedAddressSpace_goesThroughItsStates() {
        ApplyResult result = EC2.apply(PLAN, associate("two", "100.64.0.7/16"));
        assertThat(vpc(result.orElseThrow(), "two").cidrBlocks())
                .containsExactly(Cidr.parse("10.2.0.0/16"), Cidr.parse("10.3.0.0/16"), Cidr.parse("100.64.0.0/16"));
        assertThat(((ApplyResult.Accepted) result).outcomes())
                .extracting(Outcome::toString)
                .containsExactly("two: ASSOCIATED 100.64.0.0/16", "two: STATUS 100.64.0.0/16 associating → associated");
    }

    @Test
    void associate_amazonProvidedIpv6_isAFreeBlockOf56() {
        NetworkPlan after = after(
                AssociateVpcCidrBlock.of("bare").withAmazonProvidedIpv6CidrBlock(true),
                AssociateVpcCidrBlock.of("bare").withAmazonProvidedIpv6CidrBlock(true),
                AssociateVpcCidrBlock.of("one").withAmazonProvidedIpv6CidrBlock(true));
        assertThat(Stream.of("bare", "one").flatMap(id -> vpc(after, id).ipv6CidrBlocks().stream()))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(block -> assertThat(block.prefixLength()).isEqualTo(56));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "169.0.0.0/8", "168.0.0.0/6", "10.0.0.0/15"})
    void createVpc_blockTooLarge_isRefusedForItsSizeWhateverItOverlaps(String block) {
        assertThat(EC2.apply(PLAN, CreateVpc.of("new", block)))
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("vpc.cidr.size"));
    }

    @Test
    void associateAndDisassociate_block_leavesTheOthersAsTheyAre() {
        NetworkPlan after = after(associate("two", "10.4.0.0/16"));
        assertThat(EC2.apply(after, DisassociateVpcCidrBlock.of("two", "10.4.0.0/16"))
                        .orElseThrow())
                .isEqualTo(PLAN);
    }

    @Test
    void associate_firstBlockOfTen_isRestrictedOnlyBesideTheFirstTwo() {
        assertThat(vpc(after(associate("two", "10.0.0.0/16")), "two").cidrBlocks())
                .hasSize(3);
        assertThat(vpc(after(associate("two", "10.0.0.0/16"), associate("two", "10.1.0.0/16")), "two")
                        .cidrBlocks())
                .hasSize(4);
    }

    @Test
    void delete_withDependencies_namesThem() {
        assertThat(EC2.apply(PLAN, DeleteVpc.of("two")))
                .hasToString(
                        "refused: DependencyViolation: the vpc 'two' has dependencies and cannot be deleted: subnet a,"
                                + " subnet b, group web, its internet gateway (delete.vpc-unused)");
    }

    @Test
    void internetGateway_attachedAndDetached() {
        NetworkPlan attached = after(AttachInternetGateway.of("bare"));
        assertThat(vpc(attached, "bare").internetGatewayAttached()).isTrue();
        assertThat(EC2.apply(attached, DetachInternetGateway.of("bare")).orElseThrow())
                .isEqualTo(PLAN);
    }
}
