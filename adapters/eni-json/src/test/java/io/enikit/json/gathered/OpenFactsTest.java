package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.rules.Fact;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not known about resources, and what that leaves uncertain. */
class OpenFactsTest {
    private static final NetworkPlan PLAN = plan("${Vpc}", "${Type}");
    private static final SubnetId SUBNET = SubnetId.of("s");

    private static NetworkPlan plan(String vpc, String type) {
        return NetworkPlan.builder()
                .add(Subnet.builder()
                        .id("s")
                        .vpcId(vpc)
                        .availabilityZone("a")
                        .cidrBlock("10.0.0.0/24")
                        .build())
                .add(SecurityGroup.builder().id("g").vpcId(vpc).build())
                .add(Instance.builder().id("i").instanceType(type).build())
                .build();
    }

    private static boolean concern(OpenFacts open, Fact fact, String id) {
        ResourceId subject = PLAN.resources()
                .map(each -> each.resourceId())
                .filter(each -> each.toString().equals(id))
                .findFirst()
                .orElseThrow();
        return open.concern(Set.of(fact), subject, PLAN);
    }

    @Test
    void symbols_leaveVpcsAndTypesOpen() {
        OpenFacts open = new OpenFacts();
        open.addSymbols(PLAN);
        assertThat(concern(open, Fact.SUBNET_VPC, "s")).isTrue();
        assertThat(concern(open, Fact.GROUP_VPC, "g")).isTrue();
        assertThat(concern(open, Fact.INSTANCE_TYPE, "i")).isTrue();
        assertThat(concern(open, Fact.SUBNET_IPV4_BLOCK, "s")).isFalse();
    }

    @Test
    void knownVpcsAndTypes_leaveNothingOpen() {
        OpenFacts open = new OpenFacts();
        open.addSymbols(plan("v", "m5.large"));
        assertThat(open).isEqualTo(new OpenFacts());
    }

    @Test
    void existence_isOpen_unlessNothingIsOutside() {
        OpenFacts open = new OpenFacts();
        assertThat(concern(open, Fact.EXISTENCE, "s")).isTrue();
        open.nothingOutside();
        assertThat(concern(open, Fact.EXISTENCE, "s")).isFalse();
    }

    @Test
    void addAll_ofOneInWhichNothingIsOutside_saysSo_andForgetsNothing() {
        OpenFacts whole = new OpenFacts();
        whole.nothingOutside();
        OpenFacts open = new OpenFacts();
        open.addAll(new OpenFacts());
        assertThat(concern(open, Fact.EXISTENCE, "s")).isTrue();
        open.addAll(whole);
        assertThat(concern(open, Fact.EXISTENCE, "s")).isFalse();
        whole.addAll(new OpenFacts());
        assertThat(concern(whole, Fact.EXISTENCE, "s")).isFalse();
    }

    @Test
    void facts_areAboutOneKindOfResource() {
        OpenFacts open = new OpenFacts();
        open.add(VpcId.of("${Vpc}"), Fact.SUBNET_VPC);
        assertThat(concern(open, Fact.SUBNET_VPC, "s")).isFalse();
        open.add(VpcId.of("${Vpc}"), Fact.VPC_IPV4_BLOCKS);
        assertThat(concern(open, Fact.VPC_IPV4_BLOCKS, "s")).isTrue();
    }

    @Test
    void openFacts_areTheSameForTheSame() {
        OpenFacts one = new OpenFacts();
        one.add(SUBNET, Fact.SUBNET_VPC);
        OpenFacts same = new OpenFacts();
        same.addAll(one);
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("a text");
        assertThat(one).isNotEqualTo(new OpenFacts()).doesNotHaveSameHashCodeAs(new OpenFacts());
        same.nothingOutside();
        assertThat(one).isNotEqualTo(same);
        same.remove(SUBNET, Fact.SUBNET_VPC);
        one.nothingOutside();
        assertThat(one).isNotEqualTo(same);
    }
}
