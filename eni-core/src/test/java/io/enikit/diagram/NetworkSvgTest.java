package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import org.junit.jupiter.api.Test;

/** Pictures of networks: what they show, and what they show only the number of. */
class NetworkSvgTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc vpc-1 cidrBlocks=10.0.0.0/16 tag:Name=main
            subnet subnet-1 vpc=vpc-1 availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 tag:Name=private
            group sg-1 vpc=vpc-1 tag:Name=web
            instance i-1 instanceType=m5.large tag:Name=app
            instance i-2 instanceType=m5.large
            eni eni-1 subnet=subnet-1 privateIpAddresses=10.0.0.10*,10.0.0.11 groups=sg-1 instance=i-1 deviceIndex=0 tag:Name=front
            eni eni-2 subnet=subnet-1 privateIpAddresses=10.0.0.12* groups=sg-1 instance=i-1 deviceIndex=1
            eni eni-3 subnet=subnet-1 privateIpAddresses=10.0.0.13* groups=sg-1 instance=i-2 deviceIndex=0
            eni eni-4 subnet=subnet-1 interfaceType=nat_gateway privateIpAddresses=10.0.0.14* requesterManaged=true
            eni eni-5 subnet=elsewhere privateIpAddresses=10.9.0.14* instance=i-9 deviceIndex=1
            eip eip-1 publicIp=203.0.113.5 networkInterface=eni-1 privateIpAddress=10.0.0.10
            end
            """);

    private static String svg(NetworkPlan plan) {
        return SvgDiagram.of(plan).toString();
    }

    @Test
    void of_aPlan_showsNamesAddressesAndWhatStandsBeside() {
        assertThat(svg(PLAN))
                .contains("VPC main", ">eu-west-1a<", ">private<", ">10.0.0.0/24<")
                .contains(">app<", ">front<", ">10.0.0.10<", "private · +1 · EIP 203.0.113.5 · [web]")
                .contains(">i-2<", "m5.large, running")
                .contains(">not attached<", "nat_gateway")
                .contains(">in no known zone<", ">i-9<", ">not read<", ">eni-5<");
    }

    @Test
    void of_manyInstances_showsTheNumberOfTheRest() {
        NetworkPlan.Builder many = PLAN.toBuilder();
        for (int i = 100; i < 150; i++) {
            NetworkPlan more = PlanText.read("eni-plan 1\ninstance j-" + i + " instanceType=m5.large\neni e-" + i
                    + " subnet=subnet-1 privateIpAddresses=10.0.0." + i + "* instance=j-" + i
                    + " deviceIndex=0\nend\n");
            more.instances().forEach(many::add);
            more.enis().forEach(many::add);
        }
        assertThat(svg(many.build()))
                .contains("and 41 more instances with 41 interfaces")
                .contains(">j-109<");
    }

    @Test
    void between_aMove_showsWhereItWasAndWhereItIs() {
        NetworkPlan after = PlanText.read(PlanText.write(PLAN)
                .replace("groups=sg-1 instance=i-1 deviceIndex=1", "groups=sg-1 instance=i-2 deviceIndex=1"));
        String svg = SvgDiagram.between(PLAN, after).toString();
        assertThat(svg)
                .contains("eni-2 moved from app to i-2, keeps 10.0.0.12 and its MAC address")
                .contains(">was: eni-2<", "class=\"flow\"", "class=\"moved\"");
    }

    @Test
    void between_addedAndRemoved_areShown() {
        NetworkPlan without =
                PLAN.toBuilder().remove(PLAN.eni("eni-2").orElseThrow().id()).build();
        assertThat(SvgDiagram.between(PLAN, without).toString()).contains(">was: eni-2<", "class=\"removed\"");
        assertThat(SvgDiagram.between(without, PLAN).toString())
                .contains("class=\"added\"")
                .doesNotContain("was:");
    }

    @Test
    void of_nothing_saysSo() {
        assertThat(svg(NetworkPlan.builder().build())).contains(">nothing<", "0 VPCs");
    }

    @Test
    void of_namesThatAreMarkup_areText() {
        NetworkPlan evil = PlanText.read(PlanText.write(PLAN).replace("tag:Name=front", "tag:Name=\"<script>&]]>\""));
        assertThat(svg(evil)).contains("&lt;script&gt;&amp;").doesNotContain("<script");
    }
}
