package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import org.junit.jupiter.api.Test;

/** What EC2's messages can say of the resource that a fault is about. */
class SubjectValuesTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            group web vpc=main groupName=webserver
            instance app instanceType=m5.large
            eni e subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app deviceIndex=1 networkCardIndex=2
            eni lone subnet=a instance=elsewhere deviceIndex=0
            eip used networkInterface=e privateIpAddress=10.0.0.10
            eip free
            end
            """);

    private static String render(ResourceId subject, String template) {
        return SubjectValues.of(subject, PLAN, Fault.of("broken").withDetail("10.0.0.10"))
                .render(template)
                .orElse("a value is missing");
    }

    @Test
    void of_eachKind_hasItsIdsAndThoseAroundIt() {
        assertThat(render(VpcId.of("main"), "{vpc}")).isEqualTo("main");
        assertThat(render(SubnetId.of("a"), "{subnet} {vpc} {zone} {cidr} {ipv6Cidr}"))
                .isEqualTo("a main eu-west-1a 10.0.0.0/24 2001:db8::/64");
        assertThat(render(SecurityGroupId.of("web"), "{group} {vpc} {name}")).isEqualTo("web main webserver");
        assertThat(render(InstanceId.of("app"), "{instance} {type}")).isEqualTo("app m5.large");
        assertThat(render(EniId.of("e"), "{eni} {subnet} {vpc} {zone} {instance} {type} {deviceIndex} {card} {detail}"))
                .isEqualTo("e a main eu-west-1a app m5.large 1 2 10.0.0.10");
        assertThat(render(EniId.of("lone"), "{instance} {deviceIndex}")).isEqualTo("elsewhere 0");
        assertThat(render(ElasticIpId.of("used"), "{allocation} {eni} {instance}"))
                .isEqualTo("used e app");
        assertThat(render(ElasticIpId.of("free"), "{allocation}")).isEqualTo("free");
    }

    @Test
    void of_whatIsNotThere_hasNoValue() {
        assertThat(render(ElasticIpId.of("free"), "{eni}")).isEqualTo("a value is missing");
        assertThat(render(EniId.of("nobody"), "{eni}")).isEqualTo("a value is missing");
        assertThat(render(EniId.of("nobody"), "{detail}")).isEqualTo("10.0.0.10");
    }

    @Test
    void of_valueOfTheFault_comesFirst() {
        assertThat(SubjectValues.of(EniId.of("e"), PLAN, Fault.of("broken").withValue("subnet", "b"))
                        .render("{subnet}"))
                .contains("b");
    }
}
