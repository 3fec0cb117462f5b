package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a difference says to a person. */
class PlanSentencesTest {
    private static final String TEXT = """
            eni-plan 1
            vpc vpc-1 cidrBlocks=10.0.0.0/16 tag:Name=main
            subnet subnet-1 vpc=vpc-1 availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 tag:Name=private
            group sg-1 vpc=vpc-1 tag:Name=web
            group sg-2 vpc=vpc-1
            instance i-1 instanceType=m5.large tag:Name=app-1
            instance i-2 instanceType=m5.large tag:Name=app-2
            instance i-3 instanceType=m5.large tag:Name=twin
            instance i-4 instanceType=m5.large tag:Name=twin
            eni eni-0 subnet=subnet-1 privateIpAddresses=10.0.0.10* groups=sg-1 instance=i-1 deviceIndex=0
            eni eni-1 subnet=subnet-1 privateIpAddresses=10.0.0.4* groups=sg-1 instance=i-1 deviceIndex=1 tag:Name=eth1
            eni eni-2 subnet=subnet-1 privateIpAddresses=10.0.0.5* groups=sg-1
            eip eipalloc-1 publicIp=203.0.113.5 networkInterface=eni-1 privateIpAddress=10.0.0.4
            end
            """;

    private static List<String> sentences(String before, String after) {
        return PlanDiff.between(PlanText.read(before), PlanText.read(after)).sentences();
    }

    private static List<String> changed(String from, String to) {
        assertThat(TEXT).contains(from);
        return sentences(TEXT, TEXT.replace(from, to));
    }

    @Test
    void sentences_ofEqualPlans_areNone() {
        assertThat(sentences(TEXT, TEXT)).isEmpty();
    }

    @Test
    void moved_saysFromWhereToWhereAndWhatItKeeps() {
        assertThat(changed("instance=i-1 deviceIndex=1", "instance=i-2 deviceIndex=1"))
                .containsExactly("eth1 moved from app-1 to app-2, keeps 10.0.0.4 and its MAC address");
    }

    @Test
    void moved_toOneOfTwoWithTheSameName_saysItsId() {
        assertThat(changed("instance=i-1 deviceIndex=1", "instance=i-4 deviceIndex=1"))
                .containsExactly("eth1 moved from app-1 to twin (i-4), keeps 10.0.0.4 and its MAC address");
    }

    @Test
    void moved_withManyAddresses_saysHowMany() {
        String many = TEXT.replace("10.0.0.4* groups", "10.0.0.4*,10.0.0.40,10.0.0.41,10.0.0.42,10.0.0.43 groups");
        String moved = many.replace("instance=i-1 deviceIndex=1", "instance=i-2 deviceIndex=1");
        assertThat(sentences(many, moved))
                .containsExactly(
                        "eth1 moved from app-1 to app-2, keeps 10.0.0.4, 4 more addresses and its MAC address");
    }

    @Test
    void moved_withAnotherMacAndAddress_doesNotSayThatItKeepsThem() {
        assertThat(
                        changed(
                                "privateIpAddresses=10.0.0.4* groups=sg-1 instance=i-1 deviceIndex=1",
                                "macAddress=02:00:00:00:00:01 privateIpAddresses=10.0.0.6* groups=sg-1 instance=i-2 deviceIndex=1"))
                .first()
                .asString()
                .startsWith("eth1 moved from app-1 to app-2; has macAddress 02:00:00:00:00:01 instead of ")
                .contains("gained 10.0.0.6; lost 10.0.0.4", "has the primary address 10.0.0.6 instead of 10.0.0.4");
    }

    @Test
    void attachedAndDetached_sayWhereAndWhereFrom() {
        assertThat(changed(" instance=i-1 deviceIndex=1", "")).containsExactly("eth1 was detached from app-1");
        assertThat(changed(
                        "privateIpAddresses=10.0.0.5* groups=sg-1",
                        "privateIpAddresses=10.0.0.5* groups=sg-1 instance=i-2 networkCardIndex=1 deviceIndex=3"))
                .containsExactly("eni-2 was attached to app-2 at network card 1, index 3");
        assertThat(changed("instance=i-1 deviceIndex=1", "instance=i-1 deviceIndex=2"))
                .containsExactly("eth1 moved from index 1 to index 2 of app-1");
        assertThat(changed("instance=i-1 deviceIndex=1", "instance=i-1 deviceIndex=1 deleteOnTermination=true"))
                .containsExactly("eth1 has deleteOnTermination true instead of false");
    }

    @Test
    void addressesAndGroups_areGainedAndLost() {
        assertThat(changed("10.0.0.10* groups=sg-1", "10.0.0.10*,10.0.0.11,10.0.0.12 groups=sg-2"))
                .containsExactly("eni-0 joined group sg-2; left group web; gained 10.0.0.11, 10.0.0.12");
        assertThat(changed("cidrBlocks=10.0.0.0/16", "cidrBlocks=10.0.0.0/16,10.1.0.0/16"))
                .containsExactly("VPC main gained block 10.1.0.0/16");
        assertThat(sentences(
                        TEXT.replace("10.0.0.10*", "10.0.0.10*,10.0.0.11,10.0.0.12"),
                        TEXT.replace("10.0.0.10*", "10.0.0.10*,10.0.0.12,10.0.0.11")))
                .containsExactly("eni-0 has its privateIpAddresses in another order");
    }

    @Test
    void rules_areGainedAndLost_alsoThoseThatEndInAnAsterisk() {
        assertThat(changed("group sg-2 vpc=vpc-1", "group sg-2 vpc=vpc-1 ingress=tcp;443;0.0.0.0/0;all*"))
                .singleElement()
                .asString()
                .startsWith("group sg-2 gained ingress rule ")
                .endsWith("all*");
    }

    @Test
    void renamed_saysBothNames() {
        assertThat(changed("tag:Name=eth1", "tag:Name=front%20door"))
                .containsExactly("front door was called eth1 before");
        assertThat(changed("tag:Name=app-2", "tag:env=prod"))
                .containsExactly("instance i-2 was called app-2 before; has tag env prod");
    }

    @Test
    void elasticIp_movesAndIsFreed() {
        assertThat(changed(
                        "networkInterface=eni-1 privateIpAddress=10.0.0.4",
                        "networkInterface=eni-2 privateIpAddress=10.0.0.5"))
                .containsExactly("Elastic IP eipalloc-1 moved from eth1 to eni-2 (10.0.0.5)");
        assertThat(changed(" networkInterface=eni-1 privateIpAddress=10.0.0.4", ""))
                .containsExactly("Elastic IP eipalloc-1 was disassociated from eth1");
    }

    @Test
    void addedAndRemoved_sayWhatTheyAre() {
        String without = TEXT.lines()
                .filter(line -> !line.startsWith("eni eni-2") && !line.startsWith("instance i-3"))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(sentences(without, TEXT))
                .containsExactly(
                        "instance twin (i-3) was added: m5.large", "eni-2 was added: 10.0.0.5, in subnet private");
        assertThat(sentences(TEXT, without))
                .containsExactly(
                        "instance twin (i-3) was removed: m5.large", "eni-2 was removed: 10.0.0.5, in subnet private");
        assertThat(sentences("eni-plan 1\nend\n", TEXT))
                .hasSize(12)
                .contains(
                        "VPC main was added: 10.0.0.0/16",
                        "subnet private was added: 10.0.0.0/24 in eu-west-1a",
                        "group web was added: in VPC main",
                        "eth1 was added: 10.0.0.4, in subnet private, on app-1",
                        "Elastic IP eipalloc-1 was added: 203.0.113.5");
    }

    @Test
    void quotasAndDuplicatesAndDemands_haveSentences() {
        NetworkPlan plan = PlanText.read(TEXT);
        NetworkPlan other = plan.toBuilder()
                .quotas(plan.quotas().withVpcs(9))
                .add(plan.eni("eni-2").orElseThrow())
                .addSubnetDemand(SubnetDemand.of(
                        "Workers",
                        List.of(SubnetId.of("subnet-1")),
                        4,
                        AddressDemand.none().withIpv4Addresses(1)))
                .build();
        assertThat(PlanDiff.between(plan, other).sentences())
                .containsExactly(
                        "quota vpcs is 9 instead of 5",
                        "eni-2 is there once more: 10.0.0.5, in subnet private",
                        "Workers asks for 4 IPv4 addresses in private");
        assertThat(PlanDiff.between(other, plan).sentences())
                .contains(
                        "eni-2 is there once less: 10.0.0.5, in subnet private",
                        "Workers asks no longer for 4 IPv4 addresses in private");
    }

    @Test
    void names_thatWouldHarmATerminal_areMadeVisible() {
        assertThat(changed("tag:Name=app-2", "tag:Name=a%0ab%1b[31m"))
                .singleElement()
                .asString()
                .isEqualTo("instance a\\u000ab\\u001b[31m was called app-2 before");
    }

    @Test
    void names_ofUnknownAndBlank_areIds() {
        PlanNames names = PlanNames.of(PlanText.read(TEXT.replace("tag:Name=eth1", "tag:Name=%20")));
        assertThat(names.nameOf(EniId.of("eni-1"))).isEqualTo("eni-1");
        assertThat(names.nameOf(EniId.of("eni-77"))).isEqualTo("eni-77");
        assertThat(names.nameOf(InstanceId.of("i-1"))).isEqualTo("app-1");
        assertThat(names).hasToString("PlanNames[7 names]");
    }
}
