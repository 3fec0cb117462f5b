package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no operation reaches, and what counts as reached since EC2 chooses it. */
class TransitionRemainingTest {
    private static final String TEXT = """
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            group default vpc=main
            group web vpc=main description=front
            instance app instanceType=m5.large
            instance dead instanceType=m5.large state=terminated
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app deviceIndex=0
            eni lb subnet=a interfaceType=network_load_balancer requesterManaged=true privateIpAddresses=10.0.0.40* deviceIndex=1 attachment=ela-attach-1
            eni public subnet=a privateIpAddresses=10.0.0.21* groups=web associatePublicIpAddress=true publicIpv4=203.0.113.5
            eni six subnet=a privateIpAddresses=10.0.0.22* ipv6Addresses=2001:db8::5* groups=web
            eni spare subnet=a privateIpAddresses=10.0.0.20* groups=web
            eip ip publicIp=203.0.113.9
            end
            """;
    private static final NetworkPlan PLAN = PlanText.read(TEXT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eni spare | eni spare macAddress=02:00:00:00:00:09 | ~ eni spare macAddress: 12:1e:44:c9:c2:c1 -> 02:00:00:00:00:09
            203.0.113.9 | 203.0.113.8 | ~ eip ip publicIp: 203.0.113.9 -> 203.0.113.8
            description=front | description= | ~ group web description: front -> -
            eni spare | eni made subnet=a privateIpAddresses=10.0.0.50* requesterManaged=true NEWLINE eni spare | + eni made subnet=a privateIpAddresses=10.0.0.50* requesterManaged=true
            eni lb | #eni lb | - eni lb subnet=a interfaceType=network_load_balancer privateIpAddresses=10.0.0.40* requesterManaged=true deviceIndex=1 attachment=ela-attach-1
            instance app | instance new instanceType=m5.large state=terminated NEWLINE instance app | + instance new instanceType=m5.large state=terminated
            instance app | instance new instanceType=m5.large NEWLINE instance app | + instance new instanceType=m5.large
            vpc main | vpc new cidrBlocks=172.31.0.0/16 defaultVpc=true NEWLINE vpc main | + vpc new cidrBlocks=172.31.0.0/16 defaultVpc=true
            publicIpv4=203.0.113.5 | tag:a=b | ~ eni public publicIpv4: 203.0.113.5 -> -
            eni spare | eni spare publicIpv4=203.0.113.6 | ~ eni spare publicIpv4: - -> 203.0.113.6
            """)
    void between_whatNoOperationReaches_remains(String part, String other, String remaining) {
        assertThat(to(part, other).remaining()).hasToString(remaining);
    }

    private static Transition to(String part, String other) {
        assertThat(TEXT).contains(part);
        return Transition.between(PLAN, PlanText.read(TEXT.replace(part, other.replace(" NEWLINE ", "\n"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deviceIndex=0 | deviceIndex=0 attachment=eni-attach-7
            deviceIndex=0 | deviceIndex=0 instanceOwnerId=111122223333
            203.0.113.5 | 203.0.113.6
            instance dead instanceType=m5.large state=terminated | #gone
            """)
    void between_whatEc2Chooses_countsAsReachedWithoutAnOperation(String part, String other) {
        Transition transition = to(part, other);
        assertThat(transition.operations()).isEmpty();
        assertThat(transition.remaining().isEmpty()).as(transition.toString()).isTrue();
    }

    @Test
    void between_rulesWithOtherIds_countsAsReached() {
        String group = "group web vpc=main description=front";
        String first = group + " ingress=tcp;80;10.0.0.0/8;sgr-1;a";
        NetworkPlan before = PlanText.read(TEXT.replace(group, first));
        NetworkPlan after = PlanText.read(TEXT.replace(group, first.replace("sgr-1", "sgr-2")));
        assertThat(before).isNotEqualTo(after);
        Transition transition = Transition.between(before, after);
        assertThat(transition.operations()).isEmpty();
        assertThat(transition.remaining().isEmpty()).as(transition.toString()).isTrue();
    }

    @Test
    void equals_transitionsThatDiffer_isFalse() {
        Transition stays = Transition.between(PLAN, PLAN);
        Transition tagged = to("eni spare", "eni spare tag:a=b");
        assertThat(stays)
                .isEqualTo(Transition.between(PLAN, PLAN))
                .hasSameHashCodeAs(Transition.between(PLAN, PLAN))
                .isNotEqualTo(tagged)
                .isNotEqualTo(to("203.0.113.9", "203.0.113.8"))
                .isNotEqualTo(Transition.between(tagged.reached(), tagged.reached()));
    }
}
