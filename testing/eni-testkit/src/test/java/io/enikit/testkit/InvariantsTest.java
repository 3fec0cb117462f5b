package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.operations.CreateEni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvariantsTest {
    private static final String SOUND = """
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24
            subnet six vpc=main availabilityZone=z1 ipv6CidrBlock=2001:db8::/64 ipv6Native=true
            subnet dual vpc=main availabilityZone=z1 cidrBlock=10.0.2.0/24 ipv6CidrBlock=2001:db8:0:1::/64
            subnet far vpc=main availabilityZone=z2 cidrBlock=10.0.3.0/24
            group web vpc=main
            instance app instanceType=t3.nano
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app deviceIndex=0
            eni spare subnet=a privateIpAddresses=10.0.0.20*,10.0.0.21 ipv4Prefixes=10.0.0.32/28 groups=web
            eni six subnet=six ipv6Addresses=2001:db8::10 groups=web
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.50* groups=web
            eni branch subnet=a privateIpAddresses=10.0.0.51* groups=web trunk=trunk vlanId=1
            eip ip networkInterface=app/eth0 privateIpAddress=10.0.0.10
            end
            """;

    private static List<String> brokenWith(String line) {
        return Invariants.brokenIn(PlanText.read(SOUND.replace("end\n", line + "\nend\n")));
    }

    @Test
    void brokenIn_soundPlan_isEmpty() {
        NetworkPlan sound = PlanText.read(SOUND);
        assertThat(Invariants.brokenIn(sound)).isEmpty();
        Invariants.check(sound);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eni x subnet=a privateIpAddresses=10.0.0.10*                       | (a) 10.0.0.10/32 of x and 10.0.0.10/32 of app/eth0 overlap in subnet a
            eni x subnet=a privateIpAddresses=10.0.0.40*                       | (a) 10.0.0.40/32 of x and 10.0.0.32/28 of spare overlap in subnet a
            eni x subnet=six ipv6Addresses=2001:db8::10                        | (a) 2001:db8::10/128 of x and 2001:db8::10/128 of six overlap in subnet six
            eni x subnet=a privateIpAddresses=10.0.1.4*                        | (b) 10.0.1.4/32 of x is not in its subnet's block 10.0.0.0/24
            eni x subnet=a privateIpAddresses=10.0.0.3*                        | (b) 10.0.0.3/32 of x is kept by EC2 in 10.0.0.0/24
            eni x subnet=a privateIpAddresses=10.0.0.4* ipv4Prefixes=10.0.0.240/28 | (b) 10.0.0.240/28 of x is kept by EC2 in 10.0.0.0/24
            eni x subnet=a privateIpAddresses=10.0.0.4* ipv6Addresses=::1      | (b) ::1/128 of x: subnet a has no block for it
            eni x subnet=b privateIpAddresses=10.0.0.4*                        | (b) x is in no subnet: b
            eni x subnet=a privateIpAddresses=10.0.0.4                         | (c) x has 0 primary private IPv4 addresses
            eni x subnet=a privateIpAddresses=10.0.0.4*,10.0.0.5*              | (c) x has 2 primary private IPv4 addresses
            eni x subnet=six privateIpAddresses=10.0.0.4*                      | (c) x has 1 primary private IPv4 addresses
            eni x subnet=a privateIpAddresses=10.0.0.4* instance=app deviceIndex=0 | (e) index 0 of card 0 of app holds app/eth0 and x
            instance x instanceType=m5.large                                   | (e) x is running without a primary interface
            eni x subnet=a privateIpAddresses=10.0.0.4*,10.0.0.5,10.0.0.6 instance=app deviceIndex=1 | (g) x has 3 private IPv4 addresses and prefixes, t3.nano allows 2
            eni x subnet=dual privateIpAddresses=10.0.2.4* ipv6Addresses=2001:db8:0:1::4,2001:db8:0:1::5,2001:db8:0:1::6 instance=app deviceIndex=1 | (g) x has 3 IPv6 addresses and prefixes, t3.nano allows 2
            eni x subnet=dual privateIpAddresses=10.0.2.4* ipv6Addresses=2001:db8:0:1::4*,2001:db8:0:1::5* | (c) x has several primary IPv6 addresses
            eni x subnet=dual privateIpAddresses=10.0.2.4* instance=app deviceIndex=1 trunk=trunk vlanId=2 | (d) x is a branch of trunk and attached
            eni x subnet=a privateIpAddresses=10.0.0.60* trunk=trunk vlanId=1  | (e) trunk vlanId=1 is the mark of branch and of x
            eni x subnet=a privateIpAddresses=10.0.0.60* trunk=spare vlanId=1  | (e) x is a branch of spare, which is no trunk
            eni x subnet=a privateIpAddresses=10.0.0.60* trunk=gone greKey=1   | (e) x is a branch of gone, which is no trunk
            eni x subnet=far privateIpAddresses=10.0.3.4* trunk=trunk vlanId=2 | (e) x is in another zone than its trunk trunk
            eip x networkInterface=app/eth0 privateIpAddress=10.0.0.11         | (i) x stands for 10.0.0.11 of app/eth0, which it does not have
            eip x networkInterface=gone privateIpAddress=10.0.0.11             | (i) x stands for 10.0.0.11 of gone, which it does not have
            """)
    void brokenIn_oneThingWrong_saysWhat(String line, String fault) {
        assertThat(brokenWith(line)).contains(fault);
    }

    @Test
    void brokenIn_addressWithTwoElasticIps_namesBoth() {
        assertThat(brokenWith("eip x networkInterface=app/eth0 privateIpAddress=10.0.0.10"))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("(i) ").endsWith(" is of ip and of x"));
    }

    @Test
    void brokenIn_addressesNotAccountedFor_countsThem() {
        assertThat(brokenWith("eni x subnet=a privateIpAddresses=10.0.0.10*"))
                .contains("(f) subnet a: 22 used, 230 free and 5 kept by EC2 do not make up the 256 of 10.0.0.0/24");
    }

    /** What the plan holds is more than what is counted here, as if the plan had forgotten to give something back. */
    @Test
    void spaces_somethingNotGivenBack_isSeenInEachOfThem() {
        NetworkPlan plan = PlanText.read(SOUND.replace(
                        "subnet far",
                        "subnet kept vpc=main availabilityZone=z1 cidrBlock=10.0.4.0/28 cidrReservations=10.0.4.12/30;explicit\n"
                                + "subnet far")
                .replace("eni spare ", "eni one subnet=kept privateIpAddresses=10.0.4.8* groups=web\neni spare "));
        List<String> broken = new ArrayList<>();
        new SpaceInvariants(plan, plan.subnet("kept").orElseThrow(), Cidr.parse("10.0.4.0/28"), broken::add)
                .check(List.of());
        assertThat(broken)
                .containsExactly(
                        "(f) of 10.0.4.0/28 of subnet kept, [10.0.4.4-10.0.4.7, 10.0.4.9-10.0.4.14] are free:"
                                + " expected [10.0.4.4-10.0.4.14]",
                        "(f) of 10.0.4.0/28 of subnet kept, [10.0.4.4-10.0.4.7, 10.0.4.9-10.0.4.11] are there to pick"
                                + " addresses from: expected [10.0.4.4-10.0.4.11]",
                        "(f) of 10.0.4.0/28 of subnet kept, [10.0.4.4-10.0.4.7, 10.0.4.9-10.0.4.11] are there to pick"
                                + " prefixes from: expected [10.0.4.4-10.0.4.11]",
                        "(f) subnet kept has 7 addresses available, counted one by one 8");
    }

    @Test
    void brokenByPick_reservedAddressAndPrefixNobodyAskedFor_areNamed() {
        NetworkPlan before = PlanText.read(SOUND.replace(
                "cidrBlock=10.0.3.0/24",
                "cidrBlock=10.0.3.0/24 cidrReservations=10.0.3.16/28;explicit,10.0.3.64/28;prefix"));
        NetworkPlan after = before.toBuilder()
                .add(Eni.builder()
                        .id("x")
                        .subnetId("far")
                        .primaryPrivateIpAddress("10.0.3.20")
                        .addIpv4Prefix(Cidr.parse("10.0.3.32/28"))
                        .build())
                .build();
        CreateEni create = CreateEni.of("x", "far").withIpv4PrefixCount(1);
        assertThat(Invariants.brokenByPick(before, create, after))
                .containsExactly(
                        "(f) EC2 picked 10.0.3.20/32 for x from the reservation 10.0.3.16/28;explicit",
                        "(f) EC2 picked 10.0.3.32/28 for x although there are the reservations"
                                + " [10.0.3.16/28;explicit, 10.0.3.64/28;prefix]");
        CreateEni stated =
                CreateEni.of("x", "far").withPrivateIpAddress("10.0.3.20").plusIpv4Prefix("10.0.3.32/28");
        assertThat(Invariants.brokenByPick(before, stated, after)).isEmpty();
    }

    /** The plan after a step is asked for what only the plan before it had, as if it had forgotten nothing. */
    @Test
    void lookUps_whatIsGoneStillFound_isNamed() {
        NetworkPlan before = PlanText.read(SOUND);
        NetworkPlan after = before.toBuilder().remove(EniId.of("spare")).build();
        List<String> broken = new ArrayList<>();
        new LookUpInvariants(before, after, before, broken::add).checkLookUps();
        assertThat(broken)
                .contains(
                        "(k) ownersOf(10.0.0.21) finds [spare]: expected []",
                        "(k) enisIn(a) finds [app/eth0, branch, spare, trunk]: expected [app/eth0, branch, trunk]");
        assertThat(Invariants.brokenBetween(before, after)).isEmpty();
    }

    /** One plan lists what another one is asked for, as if its look-ups had been left behind. */
    @Test
    void lookUps_leftBehind_areNamed() {
        NetworkPlan plan = PlanText.read(SOUND);
        NetworkPlan behind = plan.toBuilder()
                .remove(EniId.of("app/eth0"))
                .remove(ElasticIpId.of("ip"))
                .remove(SubnetId.of("dual"))
                .build();
        List<String> broken = new ArrayList<>();
        new LookUpInvariants(plan, plan, behind, broken::add).check();
        assertThat(broken)
                .anyMatch(fault -> fault.startsWith("(k) the plan is not what its text says"))
                .contains(
                        "(k) enisIn(a) finds [branch, spare, trunk]: expected [app/eth0, branch, spare, trunk]",
                        "(k) enisOf(app) finds []: expected [app/eth0]",
                        "(k) ownersOf(10.0.0.10) finds []: expected [app/eth0]",
                        "(k) subnetsOf(main) finds [a, far, six]: expected [a, dual, far, six]",
                        "(k) elasticIpsOf(app/eth0) finds []: expected [ip]",
                        "(i) 10.0.0.10 of app/eth0 does not lead back to ip");
    }

    @Test
    void check_brokenPlan_showsFaultPictureAndText() {
        NetworkPlan plan = PlanText.read(SOUND.replace("end\n", "instance x instanceType=m5.large\nend\n"));
        assertThatThrownBy(() -> Invariants.check(plan))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("(e) x is running")
                .hasMessageContaining("VPC main")
                .hasMessageContaining("instance x instanceType=m5.large");
    }

    @Test
    void brokenBetween_whatNeverChanges_isNamedWhenItDoes() {
        NetworkPlan before = PlanText.read(SOUND);
        Eni spare = before.eni("spare").orElseThrow();
        NetworkPlan after = before.toBuilder()
                .put(spare.toBuilder()
                        .macAddress("02:00:00:00:00:01")
                        .subnetId("six")
                        .privateIpAddresses(List.of())
                        .build())
                .build();
        assertThat(Invariants.brokenBetween(before, before)).isEmpty();
        assertThat(Invariants.brokenBetween(before, after))
                .containsExactly(
                        "(h) spare: MAC " + spare.macAddress() + " became 02:00:00:00:00:01",
                        "(h) spare: subnet a became six",
                        "(h) spare: primary private IPv4 Optional[10.0.0.20] became Optional.empty");
        assertThat(Invariants.brokenByRefusal(before, PlanText.read(SOUND))).isEmpty();
        assertThat(Invariants.brokenByRefusal(before, after))
                .singleElement()
                .asString()
                .startsWith("(j) ");
        NetworkPlan asLong = PlanText.read(SOUND.replace("10.0.0.20*", "10.0.0.22*"));
        assertThat(PlanText.write(asLong)).hasSameSizeAs(PlanText.write(before)).isNotEqualTo(PlanText.write(before));
        assertThat(Invariants.brokenByRefusal(before, asLong)).hasSize(1);
    }

    @Test
    void brokenIn_poolAndLayout_isEmpty() {
        Cidr block = Cidr.parse("10.0.0.0/16");
        Allocation allocation = CidrPool.of(block).allocate("a", 24).orElseThrow();
        Invariants.check(allocation.pool().reserve(Cidr.parse("10.0.0.0/28")).reserve(Cidr.parse("10.0.9.0/28")));
        CidrLayout layout = CidrLayout.empty(block).plan(Map.of("a", 24, "b", 24));
        Invariants.check(layout);
        assertThat(Invariants.brokenBetween(layout, layout.plan(Map.of("a", 25, "b", 24))))
                .isEmpty();
        CidrLayout other = CidrLayout.empty(block).plan(Map.of("b", 24));
        assertThat(Invariants.brokenBetween(layout, other)).containsExactly("b moved from 10.0.1.0/24 to 10.0.0.0/24");
    }

    /** One pool lists what another one is asked for, as if its counts and look-ups had been left behind. */
    @Test
    void pool_leftBehind_isNamed() {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/16"));
        CidrPool granted = pool.allocate("web", 17).orElseThrow().pool();
        List<String> broken = new ArrayList<>();
        new PoolInvariants(granted, pool, broken::add).check();
        assertThat(broken)
                .contains(
                        "10.0.0.0/17 #1 web is younger than the pool, which is at 0",
                        "of web: Optional.empty, expected Optional[10.0.0.0/17]",
                        "free: [10.0.0.0-10.0.255.255], expected [10.0.128.0-10.0.255.255]",
                        "allocated: 0, expected 32768",
                        "number of free addresses: 65536, expected 32768",
                        "largest free block: Optional[10.0.0.0/16], expected Optional[10.0.128.0/17]",
                        "number of /16: 1, expected 0",
                        "number of /24: 256, expected 128",
                        "with the same grants from the start: false, expected true")
                .anyMatch(fault -> fault.startsWith("read from the text: "));
    }

    @Test
    void brokenBetween_poolsThatAreNotOfOneHistory_namesWhatChanged() {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/16"));
        CidrPool web = pool.allocate("web", 24).orElseThrow().pool();
        CidrPool db = pool.allocate("db", 24).orElseThrow().pool();
        assertThat(Invariants.brokenBetween(pool, web)).isEmpty();
        assertThat(Invariants.brokenBetween(web, pool)).containsExactly("the sequence fell from 1 to 0");
        assertThat(Invariants.brokenBetween(web, db)).containsExactly("10.0.0.0/24 #1 web became 10.0.0.0/24 #1 db");
        CidrPool emptied = web.release(web.allocations().get(0));
        assertThat(Invariants.brokenBetween(emptied, web))
                .containsExactly("10.0.0.0/24 #1 web is new, and its number is not");
    }

    @Test
    void brokenByGrant_answersOfAnotherPool_areNamed() {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/16"));
        Allocation web = pool.allocate("web", 24).orElseThrow();
        Allocation db = web.pool().allocate("db", 24).orElseThrow();
        assertThat(Invariants.brokenByGrant(pool, web)).isEmpty();
        assertThat(Invariants.brokenByGrant(web.pool(), web.pool().allocate("web", 24)))
                .isEmpty();
        assertThat(Invariants.brokenByGrant(web.pool(), web.pool().allocate(16)))
                .isEmpty();
        assertThat(Invariants.brokenByGrant(pool, web.pool().allocate(16)))
                .containsExactly("refused a /16 although 10.0.0.0/16 is free");
        assertThat(Invariants.brokenByGrant(pool, db))
                .contains("sequence: 2, expected 1", "the pool as before once released: false, expected true");
        assertThat(Invariants.brokenByGrant(db.pool(), web))
                .contains("pool after a grant that was held: " + web.pool() + ", expected " + db.pool());
        CidrPool taken = pool.allocate("other", 24).orElseThrow().pool();
        assertThat(Invariants.brokenByGrant(taken, web)).contains("10.0.0.0/24 was granted and was not free");
    }

    @Test
    void brokenIn_layoutWithHeadRoomAndNamesWithoutRoom_isEmpty() {
        CidrLayout layout = CidrLayout.empty(Cidr.parse("10.0.0.0/24"))
                .withHeadRoom("web", 26)
                .plan(Map.of("web/a", 28, "db/a", 26, "far", 16));
        assertThat(layout.impossible()).hasSize(1);
        assertThat(Invariants.brokenIn(layout)).isEmpty();
    }
}
