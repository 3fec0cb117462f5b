package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import org.junit.jupiter.api.Test;

class LeaksTest {
    private static final String TEXT = """
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            vpc other cidrBlocks=10.1.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            group default vpc=main
            group named vpc=main
            group old vpc=main
            group self vpc=main ingress=-1;;group:self
            group shared vpc=main associatedVpcs=other
            group web vpc=main ingress=tcp;80;group:named
            instance i-0aaaaaaaaaaaaaaaa instanceType=m5.large
            instance i-0bbbbbbbbbbbbbbbb instanceType=m5.large state=terminated
            eni cni-gone subnet=a privateIpAddresses=10.0.0.11* groups=web description=aws-K8S-i-0cccccccccccccccc
            eni cni-dead subnet=a privateIpAddresses=10.0.0.12* groups=web description=aws-K8S-i-0bbbbbbbbbbbbbbbb
            eni cni-here subnet=a privateIpAddresses=10.0.0.13* groups=web description=aws-K8S-i-0aaaaaaaaaaaaaaaa
            eni fn subnet=a interfaceType=lambda privateIpAddresses=10.0.0.14* groups=web
            eni node subnet=a privateIpAddresses=10.0.0.10* groups=web instance=i-0aaaaaaaaaaaaaaaa deviceIndex=0
            eni spare subnet=a privateIpAddresses=10.0.0.15* groups=web
            eni tagged subnet=a privateIpAddresses=10.0.0.16* groups=web tag:node.k8s.amazonaws.com/instance_id=i-0dddddddddddddddd
            eip free
            eip used networkInterface=node privateIpAddress=10.0.0.10
            end
            """;
    private static final NetworkPlan PLAN = PlanText.read(TEXT);

    private static String lines(Leaks leaks) {
        StringBuilder lines = new StringBuilder();
        leaks.all()
                .forEach(leak -> lines.append(leak.certainty())
                        .append(' ')
                        .append(leak.subject())
                        .append(leak.owner().map(owner -> " " + owner.kind()).orElse(""))
                        .append('\n'));
        return lines.toString();
    }

    @Test
    void in_oneCapture_namesWhatNothingUsesByCertainty() {
        assertThat(lines(Leaks.in(PLAN))).isEqualTo("""
                LIKELY cni-dead VPC CNI
                LIKELY cni-gone VPC CNI
                LIKELY fn Lambda
                LIKELY tagged unknown
                LIKELY free
                POSSIBLE old
                POSSIBLE self
                POSSIBLE cni-here VPC CNI
                POSSIBLE spare unknown
                """);
        assertThat(Leaks.in(PLAN).atLeast(Certainty.LIKELY)).hasSize(5);
    }

    @Test
    void between_twoCaptures_isMoreCertainOfWhatWasThereBefore() {
        NetworkPlan before = PlanText.read(TEXT.replaceAll("(?m)^eni cni-gone.*\n", "")
                .replace("eip free\n", "eip free networkInterface=node privateIpAddress=10.0.0.10\n"));
        assertThat(lines(Leaks.between(before, PLAN))).isEqualTo("""
                CERTAIN cni-dead VPC CNI
                CERTAIN fn Lambda
                CERTAIN tagged unknown
                LIKELY old
                LIKELY self
                LIKELY cni-gone VPC CNI
                LIKELY cni-here VPC CNI
                LIKELY spare unknown
                LIKELY free
                """);
        assertThat(Leaks.between(PLAN, PLAN))
                .isEqualTo(Leaks.between(PLAN, PLAN))
                .isNotEqualTo(Leaks.in(PLAN));
    }

    @Test
    void toString_ofALeak_isOneLine() {
        assertThat(Leaks.in(PLAN).all().get(1))
                .hasToString(
                        "LIKELY eni cni-gone: it is attached to nothing, and its node i-0cccccccccccccccc is gone; VPC CNI"
                                + " i-0cccccccccccccccc (by description \"aws-K8S-i-0cccccccccccccccc\"): terminate the node; what is"
                                + " left available may be deleted");
    }

    @Test
    void in_interfaceWithABlankTagOfItsNode_isUsedByNoNode() {
        NetworkPlan plan = PlanText.read(TEXT.replace("instance_id=i-0dddddddddddddddd", "instance_id=%20"));
        assertThat(Leaks.in(plan).all())
                .filteredOn(leak -> leak.subject().toString().equals("tagged"))
                .singleElement()
                .satisfies(leak -> {
                    assertThat(leak.certainty()).isEqualTo(Certainty.POSSIBLE);
                    assertThat(leak.reason()).isEqualTo("it is attached to nothing");
                });
    }

    @Test
    void toString_ofLeaks_isALineForEach() {
        Leaks leaks = Leaks.in(PLAN);
        assertThat(leaks.toString().split("\n"))
                .hasSize(9)
                .contains(leaks.all().get(0).toString());
        assertThat(leaks).hasSameHashCodeAs(Leaks.in(PLAN));
        assertThat(leaks.all().get(0)).hasSameHashCodeAs(Leaks.in(PLAN).all().get(0));
    }
}
