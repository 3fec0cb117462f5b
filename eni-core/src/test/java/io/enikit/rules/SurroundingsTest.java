package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose verdict may be another one after a change to a resource. */
class SurroundingsTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            vpc w cidrBlocks=10.1.0.0/16
            subnet a vpc=v availabilityZone=z cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            subnet b vpc=v availabilityZone=z cidrBlock=10.0.1.0/24
            subnet c vpc=v availabilityZone=z cidrBlock=10.0.2.0/24
            subnet far vpc=w availabilityZone=z cidrBlock=10.1.0.0/24
            group g vpc=v
            group h vpc=v
            group shared vpc=w associatedVpcs=v
            group strange vpc=w
            instance i instanceType=m5.large
            instance j instanceType=m5.large
            eni branch subnet=b trunk=trunk vlanId=1
            eni branch2 subnet=b trunk=trunk vlanId=2
            eni far1 subnet=far groups=strange
            eni i0 subnet=a instance=i deviceIndex=0
            eni i1 subnet=c groups=g instance=i deviceIndex=1
            eni mac1 subnet=c macAddress=02:00:00:00:00:01
            eni mac2 subnet=far macAddress=02:00:00:00:00:01
            eni mac3 subnet=far macAddress=02:00:00:00:00:01
            eni mac4 subnet=far macAddress=02:00:00:00:00:01
            eni prefix4 subnet=a ipv4Prefixes=10.0.0.16/28
            eni prefix6 subnet=a ipv6Prefixes=2001:db8:0:0:1::/80
            eni public subnet=c privateIpAddresses=10.0.2.9*
            eni trunk subnet=a interfaceType=trunk instance=j deviceIndex=0
            eni twin4 subnet=a privateIpAddresses=10.0.0.17*
            eni twin6 subnet=a ipv6Addresses=2001:db8:0:0:1::9
            eip loose
            eip one networkInterface=public privateIpAddress=10.0.2.9
            eip two networkInterface=public privateIpAddress=10.0.2.9
            end
            """);

    static Stream<Arguments> surroundings() {
        return Stream.of(
                Arguments.of(InstanceId.of("i"), "i i0 i1"),
                Arguments.of(EniId.of("i0"), "v a i i0 i1"),
                Arguments.of(EniId.of("branch"), "v b j branch trunk"),
                Arguments.of(EniId.of("trunk"), "v a j branch branch2 trunk"),
                Arguments.of(EniId.of("mac1"), "v c mac1 mac2"),
                Arguments.of(EniId.of("mac4"), "w far mac1 mac2 mac4"),
                Arguments.of(EniId.of("public"), "v c public one two"),
                Arguments.of(EniId.of("twin4"), "v a prefix4 twin4"),
                Arguments.of(EniId.of("twin6"), "v a prefix6 twin6"),
                Arguments.of(EniId.of("prefix4"), "v a prefix4 twin4"),
                Arguments.of(EniId.of("prefix6"), "v a prefix6 twin6"),
                Arguments.of(ElasticIpId.of("one"), "public one two"),
                Arguments.of(ElasticIpId.of("loose"), "loose"),
                Arguments.of(SecurityGroupId.of("g"), "v g i1"),
                Arguments.of(SubnetId.of("a"), "v a i j branch branch2 i0 i1 prefix4 prefix6 trunk twin4 twin6"),
                Arguments.of(SubnetId.of("c"), "v c i i0 i1 mac1 public one two"),
                Arguments.of(
                        VpcId.of("v"),
                        "v a b c g h shared i j branch branch2 i0 i1 mac1 prefix4 prefix6 public trunk twin4 twin6 one two"),
                Arguments.of(VpcId.of("w"), "w far shared strange far1 mac2 mac3 mac4"));
    }

    private static String around(NetworkPlan before, NetworkPlan after, ResourceId changed) {
        return String.join(
                " ",
                Surroundings.of(before, after, Set.of(changed), kind -> true).stream()
                        .map(ResourceId::toString)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void of_aResource_isAllThatSharesSomethingWithIt(ResourceId changed, String found) {
        assertThat(around(PLAN, PLAN, changed)).isEqualTo(found);
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void of_aResourceAndOneKind_isWhatIsOfThatKindAround(ResourceId changed, String found) {
        Set<ResourceId> all = Surroundings.of(PLAN, PLAN, Set.of(changed), kind -> true);
        for (ResourceKind wanted : ResourceKind.values()) {
            assertThat(Surroundings.of(PLAN, PLAN, Set.of(changed), kind -> kind == wanted))
                    .as(wanted + " around " + changed + " of " + found)
                    .containsExactlyElementsOf(Sets.filter(all, id -> id.equals(changed) || id.kind() == wanted));
        }
    }

    @Test
    void of_aResourceThatMoved_isWhatIsAroundItBeforeAndAfter() {
        NetworkPlan moved = PLAN.toBuilder()
                .put(PLAN.eni("i0").orElseThrow().toBuilder().attachment("j", 1).build())
                .build();
        assertThat(around(PLAN, moved, EniId.of("i0"))).isEqualTo("v a i j i0 i1 trunk");
    }

    @Test
    void of_aResourceThatIsNoMore_isWhatWasAroundIt() {
        NetworkPlan without = PLAN.toBuilder().remove(EniId.of("i0")).build();
        assertThat(around(PLAN, without, EniId.of("i0"))).isEqualTo("v a i i0 i1");
        assertThat(around(without, PLAN, EniId.of("i0"))).isEqualTo("v a i i0 i1");
    }

    /** Of many that share something, the first two are looked at: one is in the way, and more change nothing. */
    @ParameterizedTest
    @CsvSource({"a, v a b", "b, v a b", "c, v a b c d", "d, v a b c d", "e, v a b c d e", "lone, v lone"})
    void of_aGroup_areTheFirstOfItsName_amongAllAndItsOwnersAndNobodys(String group, String found) {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                group a vpc=v groupName=n
                group b vpc=v groupName=n
                group c vpc=v groupName=n ownerId=111122223333
                group d vpc=v groupName=n ownerId=111122223333
                group e vpc=v groupName=n ownerId=111122223333
                group lone vpc=v
                end
                """);
        assertThat(around(plan, plan, SecurityGroupId.of(group))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"a, v a b c d", "c, v a b c d", "d, v a b c d"})
    void of_aGroup_areTheFirstOfNobody_behindThoseOfTwoAccounts(String group, String found) {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                group a vpc=v groupName=n ownerId=111122223333
                group b vpc=v groupName=n ownerId=444455556666
                group c vpc=v groupName=n
                group d vpc=v groupName=n
                end
                """);
        assertThat(around(plan, plan, SecurityGroupId.of(group))).isEqualTo(found);
    }

    @Test
    void of_aGroup_areThoseWhoseRulesNameIt() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                vpc w cidrBlocks=10.1.0.0/16
                group a vpc=v
                group b vpc=w ingress=tcp;443;group:a
                group c vpc=w egress=-1;;group:a
                group d vpc=w ingress=tcp;443;group:b
                end
                """);
        assertThat(around(plan, plan, SecurityGroupId.of("a"))).isEqualTo("v a b c");
    }

    @ParameterizedTest
    @CsvSource({"a, v s a b trunk", "c, v s a b c trunk", "d, v s d trunk"})
    void of_aBranch_areTheFirstOfItsTrunkAndKey(String branch, String found) {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/24
                eni trunk subnet=s interfaceType=trunk
                eni a subnet=s trunk=trunk vlanId=1
                eni b subnet=s trunk=trunk vlanId=1
                eni c subnet=s trunk=trunk vlanId=1
                eni d subnet=s trunk=trunk vlanId=2
                end
                """);
        assertThat(around(plan, plan, EniId.of(branch))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"o1, v o1 o2", "o3, v o1 o3", "p1, v p1 p2", "p2, v p1 p2", "p3, v p1 p2 p3"})
    void of_aSubnet_areTheFirstThatOverlapIt(String subnet, String found) {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
                subnet o1 vpc=v availabilityZone=z cidrBlock=10.0.0.0/24
                subnet o2 vpc=v availabilityZone=z cidrBlock=10.0.0.0/25
                subnet o3 vpc=v availabilityZone=z cidrBlock=10.0.0.128/25
                subnet p1 vpc=v availabilityZone=z cidrBlock=10.0.1.0/24 ipv6CidrBlock=2001:db8::/64
                subnet p2 vpc=v availabilityZone=z cidrBlock=10.0.2.0/24 ipv6CidrBlock=2001:db8::/64
                subnet p3 vpc=v availabilityZone=z cidrBlock=10.0.3.0/24 ipv6CidrBlock=2001:db8::/64
                end
                """);
        assertThat(around(plan, plan, SubnetId.of(subnet))).isEqualTo(found);
    }
}
