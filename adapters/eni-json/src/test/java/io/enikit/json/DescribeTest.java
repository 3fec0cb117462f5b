package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.LimitRules;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.EniStatus;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.PublicIpv4;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribeTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static Reading read(String text) {
        return PlanReader.create().read(Source.of("a.json", text));
    }

    private static NetworkPlan account() {
        return Samples.read(Samples.ACCOUNT).plan();
    }

    private static Eni eni(String id) {
        return account().eni(id).orElseThrow();
    }

    @Test
    void account_ofSeveralFilesAndPages_isOnePlanWithoutViolations() {
        Reading reading = Samples.read(Samples.ACCOUNT);
        assertThat(reading.plan()).hasToString("NetworkPlan{1 VPCs, 2 subnets, 2 instances, 4 ENIs}");
        assertThat(reading.plan().elasticIps()).hasSize(2);
        assertThat(reading.plan().securityGroups()).hasSize(1);
        assertThat(reading.check(RULES).findings()).isEmpty();
        assertThat(PlanText.read(PlanText.write(reading.plan()))).isEqualTo(reading.plan());
    }

    @Test
    void vpc_blocks_primaryFirstAndNoneThatIsGone() {
        assertThat(account().vpc("vpc-0a1").orElseThrow().cidrBlocks())
                .extracting(Object::toString)
                .containsExactly("10.1.0.0/16", "10.2.0.0/16");
    }

    @Test
    void subnet_ipv6Block_isTheOneThatIsAssociated() {
        Subnet subnet = account().subnet("subnet-0a1").orElseThrow();
        assertThat(subnet.ipv6CidrBlock().orElseThrow()).hasToString("2001:db8:0:2::/64");
        assertThat(subnet.assignIpv6AddressOnCreation()).isTrue();
        assertThat(subnet.mapPublicIpOnLaunch()).isTrue();
        assertThat(subnet.tags()).containsEntry("Name", "front");
    }

    @Test
    void tags_ofInterfaces_areCalledTagSet() {
        assertThat(eni("eni-0aa").tags()).containsEntry("Name", "front").containsEntry("empty", "");
    }

    @Test
    void attachment_withoutCardIndex_isOnCard0() {
        Attachment attachment = eni("eni-0aa").attachment().orElseThrow();
        assertThat(attachment.networkCardIndex()).isZero();
        assertThat(attachment.attachmentId()).contains("eni-attach-01");
        assertThat(attachment.deleteOnTermination()).isTrue();
        assertThat(attachment.instanceOwnerId()).isEmpty();
    }

    @Test
    void attachment_ofAService_hasNoInstance() {
        Eni nat = eni("eni-0bb");
        assertThat(nat.instanceId()).isEmpty();
        assertThat(nat.status()).isEqualTo(EniStatus.IN_USE);
        assertThat(nat.interfaceType()).hasToString("nat_gateway");
        assertThat(nat.attachment().orElseThrow().instanceOwnerId()).contains("amazon-aws");
    }

    @ParameterizedTest
    @CsvSource({"111111111111, ''", "222222222222, 222222222222"})
    void attachment_toAnInstance_hasAnOwnerOnlyIfItIsAnother(String owner, String expected) {
        String object = "\"NetworkInterfaceId\": \"eni-1\", \"SubnetId\": \"subnet-1\", \"OwnerId\": \"111111111111\","
                + " \"Attachment\": {\"InstanceId\": \"i-1\", \"DeviceIndex\": 1, \"InstanceOwnerId\": \"" + owner
                + "\"}";
        Eni eni = read("{\"NetworkInterfaces\": [{" + object + "}]}")
                .plan()
                .eni("eni-1")
                .orElseThrow();
        assertThat(eni.attachment().orElseThrow().instanceOwnerId().orElse("")).isEqualTo(expected);
    }

    @Test
    void status_available_hasNoAttachment() {
        assertThat(eni("eni-0cc").attachment()).isEmpty();
    }

    @Test
    void primaryFlag_missing_followsFromTheAddressOfTheInterface() {
        assertThat(eni("eni-0cc").privateIpAddress()).contains(IpAddress.parse("10.1.1.30"));
    }

    @Test
    void association_atTwoLevels_isReadOnceAndThatOfAnElasticIpIsNotTheInterfaces() {
        assertThat(eni("eni-0aa").publicIpv4()).contains(PublicIpv4.of(IpAddress.parse("203.0.113.7")));
        assertThat(account()
                        .elasticIp(ElasticIpId.of("eipalloc-01"))
                        .orElseThrow()
                        .association()
                        .orElseThrow())
                .satisfies(it -> assertThat(it.privateIpAddress()).hasToString("Optional[10.1.0.11]"));
    }

    @Test
    void interface_shownOnlyAtItsInstance_isRead() {
        Eni eni = eni("eni-0dd");
        assertThat(eni.instanceId().orElseThrow()).hasToString("i-02");
        assertThat(account().instance("i-02").orElseThrow().state()).isEqualTo(InstanceState.STOPPED);
        assertThat(Samples.read(Samples.ACCOUNT)
                        .originOf(eni.id())
                        .orElseThrow()
                        .path())
                .isEqualTo("/Reservations/0/Instances/1/NetworkInterfaces/0");
    }

    @Test
    void whatIsMentionedButNotShown_isOutside_andNoViolation() {
        Reading reading = Samples.read("account/enis.json");
        assertThat(reading.outside().stream().map(id -> id.kind().word() + " " + id))
                .containsExactly(
                        "vpc vpc-0a1",
                        "subnet subnet-0a1",
                        "subnet subnet-0b2",
                        "group sg-01",
                        "group sg-elsewhere",
                        "instance i-01",
                        "eip eipalloc-01");
        assertThat(reading.check(RULES).findings()).isEmpty();
        assertThat(RULES.check(reading.plan()).violations()).isNotEmpty();
        assertThat(Samples.read(Samples.ACCOUNT).outside()).containsExactly(SecurityGroupId.of("sg-elsewhere"));
    }

    @Test
    void instance_whoseInterfacesAreNotShown_lacksNone() {
        Reading hidden = read("{\"Reservations\": [{\"Instances\": [{\"InstanceId\": \"i-1\","
                + " \"InstanceType\": \"m5.large\"}]}]}");
        assertThat(hidden.check(RULES).findings()).isEmpty();
        Reading none = read("{\"Reservations\": [{\"Instances\": [{\"InstanceId\": \"i-1\","
                + " \"InstanceType\": \"m5.large\", \"NetworkInterfaces\": []}]}]}");
        assertThat(none.check(RULES).findings())
                .extracting(each -> each.violation().rule())
                .containsExactly("instance.primary-interface");
    }

    @Test
    void internetGateways_unread_areNoViolation_readAndMissing_areOne() {
        String text = Samples.text("account/addresses.json");
        Reading unread = Samples.read(Samples.ACCOUNT);
        assertThat(unread.plan().vpc("vpc-0a1").orElseThrow().internetGatewayAttached())
                .isFalse();
        assertThat(unread.check(RULES).findings()).isEmpty();
        assertThat(text).contains("eipalloc-01");
        Reading none = withAccount("{\"InternetGateways\": []}");
        assertThat(none.check(RULES).findings())
                .extracting(each -> each.violation().rule())
                .containsExactly("eip.internet-gateway");
        Reading one = withAccount("{\"InternetGateways\": [{\"InternetGatewayId\": \"igw-1\", \"Attachments\":"
                + " [{\"State\": \"available\", \"VpcId\": \"vpc-0a1\"}]}]}");
        assertThat(one.check(RULES).findings()).isEmpty();
        assertThat(one.plan().vpc("vpc-0a1").orElseThrow().internetGatewayAttached())
                .isTrue();
    }

    private static Reading withAccount(String text) {
        List<Source> sources = new ArrayList<>(Samples.sources(Samples.ACCOUNT));
        sources.add(0, Source.of("more.json", text));
        return PlanReader.create().read(sources);
    }

    @Test
    void samePage_twice_isReadOnce() {
        String page = "{\"Subnets\": [{\"SubnetId\": \"s\", \"VpcId\": \"v\", \"AvailabilityZone\": \"z\","
                + " \"CidrBlock\": \"10.0.0.0/24\"}]}";
        assertThat(read(page + page).plan().duplicates()).isEmpty();
        Reading differing = read(page + page.replace("10.0.0.0/24", "10.0.1.0/24"));
        assertThat(differing.plan().duplicates()).hasSize(1);
        assertThat(differing.check(RULES).findings())
                .extracting(each -> each.violation().rule())
                .contains("plan.id.unique");
    }

    @Test
    void sameResource_atTwoTimes_isAdvice() {
        String page = "{\"Instances\": [{\"InstanceId\": \"i\", \"InstanceType\": \"m5.large\","
                + " \"State\": {\"Name\": \"running\"}}]}";
        Reading differing = read(page + page.replace("running", "stopping"));
        assertThat(differing.plan().duplicates()).isEmpty();
        assertThat(differing.check(RULES).passes()).isTrue();
        assertThat(differing.check(RULES).toString())
                .startsWith("[ADVICE] i: it is shown in two ways, here otherwise than at a.json:1 /Instances/0:"
                        + " state running -> stopping (a.json:1 /Instances/0) | read.contradiction");
    }

    @Test
    void contradictions_betweenPlaces_areFindings() {
        Reading reading = withAccount(Samples.text("account/instances.json")
                .replace("\"i-01\"", "\"i-03\"")
                .replace("\"i-02\"", "\"i-04\"")
                .replace("eni-0dd", "eni-0ee")
                .replace("10.1.1.40", "10.1.1.41"));
        assertThat(reading.check(RULES).findings())
                .extracting(Finding::toString)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "eni-0aa: its attachment is shown as i-01, card 0, index 0 by itself, and as i-03",
                                "more.json:10 /Reservations/0"));
    }

    @Test
    void zone_statedByTheInterface_isComparedToThatOfItsInstance() {
        String enis = Samples.text("account/enis.json")
                .replace("\"AvailabilityZone\": \"eu-west-1a\"", "\"AvailabilityZone\": \"eu-west-1b\"");
        List<Source> sources = new ArrayList<>(Samples.sources(Samples.ACCOUNT));
        sources.set(2, Source.of("enis.json", enis));
        assertThat(PlanReader.create()
                        .read(sources)
                        .check(RULES)
                        .report()
                        .toString()
                        .lines())
                .containsExactly(
                        "[ERROR] eni-0aa: it is in eu-west-1b, its instance \"i-01\" is in eu-west-1a"
                                + " (enis.json:3 /NetworkInterfaces/0) | eni.attach.zone | InvalidParameterCombination",
                        "[ADVICE] eni-0aa: it states the zone eu-west-1b, its subnet subnet-0a1 is in eu-west-1a"
                                + " (enis.json:3 /NetworkInterfaces/0) | read.contradiction");
    }

    @Test
    void origin_isFileLineAndPath() {
        Reading reading = Samples.read(Samples.ACCOUNT);
        assertThat(reading.originOf(SubnetId.of("subnet-0b2")))
                .hasValueSatisfying(it -> assertThat(it).hasToString("account/subnets.json:20 /Subnets/0"));
        assertThat(reading.originOf(EniId.of("eni-0cc")))
                .hasValueSatisfying(it -> assertThat(it).hasToString("account/enis.json:32 /NetworkInterfaces/2"));
        assertThat(reading.originOf(VpcId.of("nowhere"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | a.json: there is nothing in it (line 1, column 1)",
                "[] | a.json: expected an object, such as {\"Subnets\": […]}, found a list: the key before it is missing (line 1, column 1)",
                "{\"Subnets\": 1} | a.json: expected a list (line 1, column 13, path /Subnets)",
                "{\"Subnets\": [1]} | a.json: expected an object, found a number (line 1, column 14, path /Subnets/0)",
                "{\"Subnets\": [{\"SubnetId\": 7}]} | a.json: expected a text, found a number (line 1, column 27, path /Subnets/0/SubnetId)",
                "{\"Subnets\": [{\"SubnetId\": \"s\"}]} | a.json: the key VpcId is missing (line 1, column 14, path /Subnets/0)",
                "{\"Vpcs\": [{\"VpcId\": \"v\", \"CidrBlock\": \"10.0.0.5/24\"}]} | a.json: Cidr.parse(\"10.0.0.5/24\"): host bits set; did you mean 10.0.0.0/24 (at index 7) (line 1, column 39, path /Vpcs/0/CidrBlock)",
                "{\"Addresses\": [{\"AllocationId\": \" \"}]} | a.json: the id of a resource of kind \"eip\" is blank: expected a name (line 1, column 33, path /Addresses/0/AllocationId)",
                "{\"Vpcs\": [{\"VpcId\": \"v\", \"VpcId\": \"w\"}]} | a.json: the key VpcId is there twice (line 1, column 26, path /Vpcs/0/VpcId)",
            })
    void broken_text_isRefusedWithThePlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessage(message);
    }

    @Test
    void truncated_anywhere_isOneClearError() {
        String text = Samples.text("account/enis.json").strip();
        for (int length = 0; length < text.length(); length++) {
            String start = text.substring(0, length);
            assertThatThrownBy(() -> read(start))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("line ");
        }
    }

    @Test
    void unrelatedJson_isRefusedWithWhatWasExpected() {
        assertThatThrownBy(() -> read("{\"buckets\": 3}"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("expected one of the keys Vpcs, Subnets");
    }

    @Test
    void nesting_tooDeep_isRefusedBeforeItHurts() {
        String deep = "{\"x\": " + "[".repeat(1_000_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> read(deep))
                        .isInstanceOf(UnreadableException.class)
                        .hasMessageContaining("nested deeper than 200 levels"));
    }

    @Test
    void size_overTheLimit_isRefused() {
        PlanReader small = PlanReader.create()
                .withLimits(
                        ReadLimits.defaults().withBytes(20_000).withDepth(10).withValues(50));
        Source long_ = Source.of("a.json", "{\"x\": [" + "1,".repeat(40_000) + "1], \"Vpcs\": []}");
        assertThatThrownBy(() -> small.read(long_))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("20000");
        Source wide = Source.of("b.json", "{\"Vpcs\": [{\"VpcId\": \"v\", \"x\": [" + "1,".repeat(50) + "1]}]}");
        assertThatThrownBy(() -> small.read(wide))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("there are more than 50 values");
    }

    @Test
    void bytes_thatAreNoText_areRefused() {
        byte[] bytes = {(byte) 0xc3, (byte) 0x28, 0x3a, 0x20};
        assertThatThrownBy(() -> PlanReader.create().read(Source.of("bytes", new ByteArrayInputStream(bytes))))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("bytes: is neither JSON nor YAML: it is no text in a form of Unicode");
    }

    @Test
    void missingFile_isRefused() {
        assertThatThrownBy(() -> PlanReader.create().read(Path.of("no-such-file.json")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no-such-file.json: cannot be read");
    }
}
