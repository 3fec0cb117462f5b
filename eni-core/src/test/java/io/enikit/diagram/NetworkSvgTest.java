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
                .contains(">app<", ">front<", ">10.0.0.10<", "+1 · EIP 203.0.113.5 · private · [web]")
                .contains(">i-2<", ">m5.large<")
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
                .contains("and 49 more instances with 50 interfaces")
                .contains(">i-2<");
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

    @Test
    void of_aVpcThatIsNotRead_zonesAreThere() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                subnet subnet-1 vpc=vpc-1 availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
                instance i-1 instanceType=m5.large
                eni eni-1 subnet=subnet-1 privateIpAddresses=10.0.0.10* instance=i-1 deviceIndex=0
                end
                """);
        assertThat(svg(plan))
                .contains(">VPC vpc-1 (not read)<", ">eu-west-1a<", ">eni-1<")
                .doesNotContain("in no known zone");
    }

    @Test
    void of_twoInstancesOfOneName_showsTheEndsOfTheirIds() {
        NetworkPlan plan = PlanText.read(PlanText.write(PLAN)
                .replace("i-1", "i-0123456789abcdef0")
                .replace("i-2 instanceType", "i-0fedcba9876543210 instanceType")
                .replace("tag:Name=app", "tag:Name=a-rather-long-name-of-nodes")
                .replace(
                        "instance i-0fedcba9876543210 instanceType=m5.large",
                        "instance i-0fedcba9876543210 instanceType=m5.large tag:Name=a-rather-long-name-of-nodes")
                .replace("instance=i-2", "instance=i-0fedcba9876543210"));
        assertThat(svg(plan)).contains("(…cdef0)", "(…43210)");
    }

    @Test
    void of_fullSubnets_areColouredByHowFullTheyAre() {
        NetworkPlan.Builder plan = NetworkPlan.builder();
        NetworkPlan subnets = PlanText.read("""
                eni-plan 1
                subnet a vpc=v availabilityZone=z cidrBlock=10.0.0.0/28
                subnet b vpc=v availabilityZone=z cidrBlock=10.0.0.16/28
                subnet c vpc=v availabilityZone=z cidrBlock=10.0.0.32/28
                end
                """);
        subnets.subnets().forEach(plan::add);
        assertThat(svg(plan.build())).contains("class=\"roomy\"").doesNotContain("class=\"busy\"", "class=\"full\"");
        for (int i = 4; i < 15; i++) {
            plan.add(Plans.eni("b" + i, "10.0.0." + (16 + i))
                    .subnetId(i < 12 ? "b" : "none")
                    .build());
            plan.add(Plans.eni("c" + i, "10.0.0." + (32 + i)).subnetId("c").build());
        }
        assertThat(svg(plan.build())).contains("class=\"roomy\"", "class=\"busy\"", "class=\"full\"");
    }

    @Test
    void between_zonesWithoutAChange_areALineEach_andGoneIfAskedFor() {
        NetworkPlan before = PlanText.read(PlanText.write(PLAN)
                .replace(
                        "end\n", "subnet subnet-2 vpc=vpc-1 availabilityZone=eu-west-1b cidrBlock=10.0.1.0/24\nend\n"));
        NetworkPlan after = PlanText.read(PlanText.write(before)
                .replace("groups=sg-1 instance=i-1 deviceIndex=1", "groups=sg-1 instance=i-2 deviceIndex=1"));
        SvgDiagram picture = SvgDiagram.between(before, after);
        assertThat(picture.toString()).contains(">eu-west-1b: 1 subnet, as before<");
        assertThat(picture.withOnlyChanges().toString())
                .contains(">was: eni-2<", ">eu-west-1a<")
                .doesNotContain("eu-west-1b", "not attached");
        assertThat(SvgDiagram.of(before).withOnlyChanges()).isEqualTo(SvgDiagram.of(before));
        assertThat(SvgDiagram.between(before, before).toString()).contains(">nothing has changed<");
    }

    @Test
    void between_elasticIpThatMoves_itsInterfacesAreMarked() {
        NetworkPlan after = PlanText.read(PlanText.write(PLAN)
                .replace(
                        "networkInterface=eni-1 privateIpAddress=10.0.0.10",
                        "networkInterface=eni-3 privateIpAddress=10.0.0.13"));
        assertThat(SvgDiagram.between(PLAN, after).toString())
                .contains("Elastic IP eip-1 moved from front to eni-3 (10.0.0.13)")
                .containsPattern("class=\"moved\"><title>front ")
                .containsPattern("class=\"moved\"><title>eni-3 ");
    }

    @Test
    void between_subnetThatGoes_isThereWithItsSign() {
        NetworkPlan after = PLAN.toBuilder()
                .remove(PLAN.subnet("subnet-1").orElseThrow().id())
                .build();
        assertThat(SvgDiagram.between(PLAN, after).toString()).contains(">- private<");
        assertThat(SvgDiagram.between(after, PLAN).toString()).contains(">+ private<");
    }
}
