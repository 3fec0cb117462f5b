package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    private static final String EVERYTHING = """
            eni-plan 1
            quotas securityGroupsPerInterface=7 elasticIps=9
            vpc main cidrBlocks=10.0.0.0/16,10.1.0.0/16 ipv6CidrBlocks=2001:db8::/56 region=eu-west-1 internetGatewayAttached=true ownerId=111122223333 tag:Owner=me
            vpc other cidrBlocks=172.31.0.0/16 defaultVpc=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64 mapPublicIpOnLaunch=true cidrReservations=10.0.0.16/28;prefix,10.0.0.64/26;explicit
            subnet b vpc=main availabilityZone=eu-west-1a zoneId=euw1-az2 ipv6CidrBlock=2001:db8:0:1::/64 ipv6Native=true assignIpv6AddressOnCreation=true ownerId=111122223333
            group web vpc=main groupName=front%20door description=a%25%2cb%3d%23 associatedVpcs=other ownerId=444455556666
            instance app instanceType=m5.large state=stopped availabilityZone=eu-west-1a zoneId=euw1-az2 ownerId=444455556666 tag:Name=
            eni app/eth0 subnet=a description=first macAddress=02:00:00:00:00:01 privateIpAddresses=10.0.0.10*,10.0.0.11 ipv4Prefixes=10.0.0.32/28 ipv6Addresses=2001:db8::5*,2001:db8::6 ipv6Prefixes=2001:db8:0:0:1::/80 associatePublicIpAddress=true publicIpv4=203.0.113.9 groups=db,web tcpEstablishedTimeout=350 udpStreamTimeout=60 udpTimeout=45 trunk=nat vlanId=7 instance=app deviceIndex=0 attachment=eni-attach-0a deleteOnTermination=true
            eni nat subnet=a interfaceType=nat_gateway privateIpAddresses=10.0.0.20* publicIpv4=chosen-by-ec2 sourceDestCheck=false requesterManaged=true ownerId=111122223333 deviceIndex=1 networkCardIndex=2 attachmentStatus=detaching tag:a%u2028b=%e4%0a
            eip one publicIp=203.0.113.12 networkInterface=app/eth0 privateIpAddress=10.0.0.10
            eip two region=eu-west-1 ownerId=444455556666
            duplicate vpc main cidrBlocks=10.9.0.0/16
            end
            """;

    private static List<String> faults(String text) {
        try {
            PlanText.read(text);
        } catch (PlanTextException e) {
            return e.faults();
        }
        throw new AssertionError("read without a fault:\n" + text);
    }

    @Test
    void write_everythingThatAPlanCanHold_readsBackEqual() {
        NetworkPlan plan = PlanText.read(EVERYTHING);
        assertThat(PlanText.write(plan)).isEqualTo(EVERYTHING);
        assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
        assertThat(plan.eni("nat").orElseThrow().tags()).containsEntry("a\u2028b", "ä\n");
        assertThat(plan.duplicates()).hasSize(1);
        assertThat(plan.quotas().elasticIps()).isEqualTo(9);
    }

    @Test
    void write_emptyPlan_isFirstAndLastLine() {
        assertThat(PlanText.write(NetworkPlan.builder().build())).isEqualTo("eni-plan 1\nend\n");
    }

    @Test
    void read_linesInAnyOrderWithCommentsAndBlanks_samePlan() {
        String shuffled = """
                # a plan

                eni-plan 1
                eni e subnet=a privateIpAddresses=10.0.0.11,10.0.0.10*
                  subnet a  vpc=main cidrBlock=10.0.0.0/24 availabilityZone=z
                vpc main cidrBlocks=10.0.0.0/16
                end
                """;
        NetworkPlan plan = PlanText.read(shuffled);
        assertThat(PlanText.write(plan)).isEqualTo("""
                eni-plan 1
                vpc main cidrBlocks=10.0.0.0/16
                subnet a vpc=main availabilityZone=z cidrBlock=10.0.0.0/24
                eni e subnet=a privateIpAddresses=10.0.0.10*,10.0.0.11
                end
                """);
        assertThat(plan.ownerOf(IpAddress.parse("10.0.0.11"))).isPresent();
    }

    @Test
    void read_damagedText_listsEveryFaultWithItsLine() {
        assertThat(faults("""
                        eni-plan 1
                        vpc main cidrBlocks=10.0.0.5/16 color=red
                        subnet a vpc=main
                        host x
                        eni e subnet=a subnet=b deviceIndex=first privateIpAddresses=10.0.0.300*
                        instance i instanceType=m5.large state=asleep tag:x=%2
                        instance
                        quotas securityGroupsPerInterface=17
                        vpc other
                        vpc other
                        duplicate vpc third
                        end
                        """))
                .containsExactly(
                        "line 2: vpc main: cidrBlocks: Cidr.parse(\"10.0.0.5/16\"): host bits set; did you mean"
                                + " 10.0.0.0/16 (at index 7)",
                        "line 2: vpc main: \"color\" is no key of this kind",
                        "line 3: subnet a: availabilityZone is missing",
                        "line 4: host x: \"host\" is no kind of resource: expected one of vpc, subnet, group,"
                                + " instance, eni, eip, quotas, demand",
                        "line 5: eni e: \"subnet\" stands twice: expected once",
                        "line 5: eni e: privateIpAddresses: IpAddress.parse(\"10.0.0.300\"): octet must be 0..255 (at"
                                + " index 7)",
                        "line 5: eni e: deviceIndex: \"first\": expected a whole number",
                        "line 6: instance i: state: \"asleep\": expected one of [pending, running, stopping, stopped,"
                                + " shutting-down, terminated]",
                        "line 6: instance i: \"%2\": expected two hexadecimal digits, or u and four, at" + " index 1",
                        "line 7: instance: the id is missing",
                        "line 7: instance: instanceType is missing",
                        "line 8: quotas: securityGroupsPerInterface: securityGroupsPerInterface is 17: expected 1 to"
                                + " 16",
                        "line 10: the vpc \"other\" is there already: expected \"duplicate\" before all but the first",
                        "line 11: the vpc \"third\" duplicates nothing: expected the first one above it");
    }

    @Test
    void demands_areLinesOfTheirOwn_andFieldsOfInterfaces() {
        String text = """
                eni-plan 1
                eni e subnet=s addressDemand=ipv4Addresses:1,ipv4Prefixes:2,ipv6Addresses:3,ipv6Prefixes:4 requesterId=amazon-elb
                eip any networkInterface=e privateIpAddress=chosen-by-ec2
                eip first networkInterface=e privateIpAddress=primary-chosen-by-ec2
                demand Other subnets=s addresses=ipv6Prefixes:100000000000
                demand Workers%20a subnets=s,t interfaces=3 addresses=ipv4Addresses:3
                end
                """;
        NetworkPlan plan = PlanText.read(text);
        assertThat(PlanText.write(plan)).isEqualTo(text);
        assertThat(plan.subnetDemandsOn(SubnetId.of("t")))
                .containsExactly(SubnetDemand.of(
                        "Workers a", List.of(SubnetId.of("s"), SubnetId.of("t")), 3, AddressDemand.ofPrimary()));
        assertThat(plan.eni("e").orElseThrow().requesterId()).contains("amazon-elb");
        NetworkPlan without = plan.toBuilder().subnetDemands(List.of()).build();
        assertThat(without).isNotEqualTo(plan);
        assertThat(without.hashCode()).isNotEqualTo(plan.hashCode());
        assertThat(PlanDiff.between(without, plan).toString())
                .isEqualTo("+ demand Other subnets=s addresses=ipv6Prefixes:100000000000\n"
                        + "+ demand Workers%20a subnets=s,t interfaces=3 addresses=ipv4Addresses:3");
        assertThat(PlanDiff.between(plan, without).toString())
                .isEqualTo("- demand Other subnets=s addresses=ipv6Prefixes:100000000000\n"
                        + "- demand Workers%20a subnets=s,t interfaces=3 addresses=ipv4Addresses:3");
        assertThat(plan.toBuilder().put(plan.eni("e").orElseThrow()).build().subnetDemands())
                .hasToString("[Other: 100000000000 IPv6 prefixes in [s], Workers a: 3 IPv4 addresses in [s, t]]");
    }

    @Test
    void read_damagedDemands_saysWhatIsExpected() {
        assertThat(faults("""
                        eni-plan 1
                        demand subnets=s
                        demand a
                        demand b subnets=s interfaces=-1
                        demand c subnets=s interfaces=1234567890123456789
                        demand d subnets=s addresses=ipv4Addresses:
                        demand e subnets=s addresses=:1
                        demand f subnets=s addresses=ipv4:1
                        demand g subnets=s addresses=ipv4Addresses:x
                        duplicate demand h subnets=s
                        eni e subnet=s sourceDestCheck=yes tag:a=%zz
                        vpc v more
                        end
                        """))
                .containsExactly(
                        "line 2: demand: the id is missing",
                        "line 3: demand a: subnets is missing",
                        "line 4: demand b: interfaces: \"-1\": expected a whole number of 0 or more",
                        "line 5: demand c: interfaces: \"1234567890123456789\": expected a whole number of 0 or more",
                        "line 6: demand d: addresses: \"\": expected a whole number of 0 or more",
                        "line 7: demand e: addresses: \":1\": expected such as ipv4Addresses:1",
                        "line 8: demand f: addresses: \"ipv4:1\": expected one of [ipv4Addresses, ipv4Prefixes,"
                                + " ipv6Addresses, ipv6Prefixes]",
                        "line 9: demand g: addresses: \"x\": expected a whole number of 0 or more",
                        "line 10: demand h: \"demand\" is no kind of resource: expected one of vpc, subnet, group,"
                                + " instance, eni, eip, quotas, demand",
                        "line 11: eni e: sourceDestCheck: \"yes\": expected true or false",
                        "line 11: eni e: \"%zz\": expected two hexadecimal digits, or u and four, at index 1",
                        "line 12: vpc v: \"more\": expected key=value");
    }

    @Test
    void read_halfAnAttachmentOrAssociation_saysWhatIsMissing() {
        assertThat(faults("""
                        eni-plan 1
                        eni a subnet=s instance=i
                        eni b subnet=s deleteOnTermination=true
                        eni c subnet=s vlanId=1
                        eni d subnet=s trunk=t
                        eni e subnet=s trunk=t vlanId=1 greKey=1
                        eni f subnet=s instance=i deviceIndex=first
                        eni g subnet=s trunk=t vlanId=first
                        end
                        """))
                .containsExactly(
                        "line 2: eni a: deviceIndex is missing",
                        "line 3: eni b: deviceIndex is missing",
                        "line 4: eni c: trunk is missing",
                        "line 5: eni d: vlanId or greKey is missing beside trunk",
                        "line 6: eni e: vlanId and greKey: expected one",
                        "line 7: eni f: deviceIndex: \"first\": expected a whole number",
                        "line 8: eni g: vlanId: \"first\": expected a whole number");
    }

    @Test
    void read_cutOffText_isRefused() {
        String text = PlanText.write(PlanText.read(EVERYTHING));
        for (int length = 0; length < text.length() - 1; length++) {
            String cut = text.substring(0, length);
            assertThatThrownBy(() -> PlanText.read(cut)).as(cut).isInstanceOf(PlanTextException.class);
        }
    }

    @Test
    void read_otherVersion_isRefused() {
        assertThat(faults("eni-plan 2\nend\n")).contains("line 1: expected \"eni-plan 1\"");
    }

    @Test
    void read_linesOfWindows_orNoLastLineEnd_areReadAlike() {
        String text = "eni-plan 1\nvpc v cidrBlocks=10.0.0.0/16\nend\n";
        NetworkPlan plan = PlanText.read(text);
        assertThat(PlanText.read(text.replace("\n", "\r\n"))).isEqualTo(plan);
        assertThat(PlanText.read(text.substring(0, text.length() - 1))).isEqualTo(plan);
    }

    @Test
    void read_tagThatStandsTwice_isAFaultOfItsLine() {
        assertThatThrownBy(() -> PlanText.read("eni-plan 1\nvpc a tag:a=1 tag:%61=2\nend\n"))
                .isInstanceOf(PlanTextException.class)
                .hasMessageContaining("line 2: vpc a: \"tag:%61\" is a tag that stands twice: expected once");
    }

    @Test
    void read_keysOnALine_areFewOrMany_andEachStandsOnce() {
        for (int tags : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 18, 40, 1_000}) {
            StringBuilder line = new StringBuilder("vpc a ownerId=123456789012");
            for (int i = 0; i < tags; i++) {
                line.append(" tag:k").append(i).append('=').append(i);
            }
            NetworkPlan plan = PlanText.read("eni-plan 1\n" + line + " region=eu-west-1\nend\n");
            Vpc vpc = plan.vpc("a").orElseThrow();

            assertThat(vpc.tags()).as("%s tags", tags).hasSize(tags).containsEntry("k" + (tags - 1), "" + (tags - 1));
            assertThat(vpc.region()).as("%s tags", tags).contains("eu-west-1");
            assertThat(PlanText.read(PlanText.write(plan))).as("%s tags", tags).isEqualTo(plan);
            for (String twice : new String[] {"ownerId", "tag:k0", "tag:k" + (tags - 1)}) {
                assertThatThrownBy(() -> PlanText.read("eni-plan 1\n" + line + " " + twice + "=9 x=1\nend\n"))
                        .as("%s tags", tags)
                        .isInstanceOfSatisfying(
                                PlanTextException.class,
                                e -> assertThat(e.faults())
                                        .containsExactly(
                                                "line 2: vpc a: \"" + twice + "\" stands twice: expected once",
                                                "line 2: vpc a: \"x\" is no key of this kind"));
            }
        }
    }

    @Test
    void read_oneIdOnManyLines_isOneObject() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                subnet s vpc=v availabilityZone=a cidrBlock=10.0.0.0/24
                instance i instanceType=m5.large
                eni e subnet=s groups=g,h instance=i deviceIndex=0
                eni f subnet=s groups=g instance=i deviceIndex=1
                end
                """);
        Eni e = plan.eni("e").orElseThrow();
        Eni f = plan.eni("f").orElseThrow();

        assertThat(f.subnetId())
                .isSameAs(e.subnetId())
                .isSameAs(plan.subnet("s").orElseThrow().id());
        assertThat(f.instanceId().orElseThrow())
                .isSameAs(e.instanceId().orElseThrow())
                .isSameAs(plan.instance("i").orElseThrow().id());
        assertThat(f.securityGroups().first()).isSameAs(e.securityGroups().first());
    }

    @Test
    void read_foreignDigits_areNone() {
        assertThatThrownBy(() -> PlanText.read("eni-plan 1\nquotas vpcs=\u0663\nend\n"))
                .isInstanceOf(PlanTextException.class)
                .hasMessageContaining("expected a whole number");
        assertThatThrownBy(() -> PlanText.read("eni-plan 1\nquotas vpcs=+3\nend\n"))
                .isInstanceOf(PlanTextException.class);
    }

    @Test
    void read_manyFaults_areCutWithTheirNumber() {
        assertThatThrownBy(() -> PlanText.read("eni-plan 1\n" + "x\n".repeat(500_000) + "end\n"))
                .isInstanceOfSatisfying(PlanTextException.class, e -> {
                    assertThat(e.faults()).hasSize(101).endsWith("499900 more");
                    assertThat(e.getMessage()).hasSizeLessThan(20_000);
                });
    }

    @Test
    void write_letters_areTheSameInEveryVersionOfUnicode() {
        NetworkPlan plan = NetworkPlan.builder()
                .put(Vpc.builder()
                        .id("\ua7d0\u65e5\u0e01\u00e9\u2028\ud83d\ude00")
                        .build())
                .build();
        assertThat(PlanText.write(plan)).contains("vpc %ua7d0\u65e5\u0e01%e9%u2028%ud83d%ude00\n");
        assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
    }
}
