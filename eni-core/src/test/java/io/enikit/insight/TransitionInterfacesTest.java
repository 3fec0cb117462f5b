package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ConnectionTracking;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.Operation;
import io.enikit.operations.TerminateInstance;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** New interfaces and instances, and interfaces that stay when their instance goes. */
class TransitionInterfacesTest {
    private static final String TEXT = """
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            group default vpc=main
            group web vpc=main
            end
            """;

    private static NetworkPlan with(String lines) {
        return PlanText.read(TEXT.replace("end\n", lines + "\nend\n"));
    }

    private static CreateEni created(String id) {
        return CreateEni.of(id, "a").withSecurityGroups("web");
    }

    static Stream<Arguments> newInterfaces() {
        CreateEni plain = created("e").plusPrivateIpAddress(EniAddress.parse("10.0.0.40*"));
        String line = "eni e subnet=a groups=web privateIpAddresses=10.0.0.40*";
        return Stream.of(
                Arguments.of(line, List.of(plain)),
                Arguments.of(line + " macAddress=02:00:00:00:00:09", List.of(plain)),
                Arguments.of(
                        line + ",10.0.0.41 description=made tag:a=b",
                        List.of(plain.plusPrivateIpAddress(EniAddress.parse("10.0.0.41"))
                                .withDescription("made")
                                .withTags(Map.of("a", "b")))),
                Arguments.of(
                        line + " interfaceType=efa udpTimeout=45 sourceDestCheck=false",
                        List.of(
                                plain.withInterfaceType(InterfaceType.of("efa"))
                                        .withConnectionTracking(
                                                ConnectionTracking.defaults().withUdpTimeout(45)),
                                ModifyEni.of("e").withSourceDestCheck(false))),
                Arguments.of(line + " ipv4Prefixes=10.0.0.48/28", List.of(plain.plusIpv4Prefix("10.0.0.48/28"))),
                Arguments.of(
                        line + ",10.0.0.41 ipv4Prefixes=10.0.0.48/28",
                        List.of(
                                plain.plusPrivateIpAddress(EniAddress.parse("10.0.0.41")),
                                AssignPrivateIpAddresses.of("e").plusIpv4Prefix("10.0.0.48/28"))),
                Arguments.of(
                        line + " ipv6Prefixes=2001:db8:0:0:1::/80",
                        List.of(plain.plusIpv6Prefix("2001:db8:0:0:1::/80"))),
                Arguments.of(
                        line + " ipv6Addresses=2001:db8::6*,2001:db8::5 ipv6Prefixes=2001:db8:0:0:1::/80",
                        List.of(
                                plain.plusIpv6Address("2001:db8::6")
                                        .plusIpv6Address("2001:db8::5")
                                        .withEnablePrimaryIpv6(true),
                                AssignIpv6Addresses.of("e").plusIpv6Prefix("2001:db8:0:0:1::/80"))));
    }

    @ParameterizedTest
    @MethodSource("newInterfaces")
    void between_newInterface_isCreatedAsItIsAndDeletedAgain(String line, List<Operation> operations) {
        Transition made = Transition.between(PlanText.read(TEXT), with(line));
        assertThat(made.operations()).isEqualTo(operations);
        assertThat(made.remaining().isEmpty()).as(made.toString()).isTrue();
        assertThat(Transition.between(with(line), PlanText.read(TEXT)).operations())
                .containsExactly(DeleteEni.of("e"));
    }

    @Test
    void between_interfaceThatGetsItsFirstIpv6Address_makesThatThePrimaryOne() {
        String line = "eni e subnet=a groups=web privateIpAddresses=10.0.0.40*";
        assertThat(Transition.between(with(line), with(line + " ipv6Addresses=2001:db8::5*"))
                        .operations())
                .containsExactly(
                        AssignIpv6Addresses.of("e").plusIpv6Address("2001:db8::5"),
                        ModifyEni.of("e").withEnablePrimaryIpv6(true));
    }

    @Test
    void between_newDefaultGroup_isTheOneThatEc2Chooses() {
        Transition made = Transition.between(PlanText.read(TEXT), with("""
                        vpc new cidrBlocks=10.3.0.0/16
                        subnet n vpc=new availabilityZone=eu-west-1a cidrBlock=10.3.0.0/24
                        group new-default vpc=new groupName=default
                        eni n subnet=n privateIpAddresses=10.3.0.20* groups=new-default"""));
        assertThat(made.operations())
                .containsExactly(
                        CreateVpc.of("new", "10.3.0.0/16"),
                        CreateSubnet.of("n", "new", "eu-west-1a").withCidrBlock("10.3.0.0/24"),
                        CreateEni.of("n", "n").plusPrivateIpAddress(EniAddress.parse("10.3.0.20*")));
    }

    @Test
    void between_newInstance_isLaunchedWithItsInterfaces() {
        NetworkPlan before = with("eni kept subnet=a groups=web privateIpAddresses=10.0.0.30*");
        NetworkPlan after = with("""
                instance app instanceType=m5.large tag:a=b
                eni app/0 subnet=a groups=web privateIpAddresses=10.0.0.10* instance=app deviceIndex=0 deleteOnTermination=true
                eni app/1 subnet=a groups=web privateIpAddresses=10.0.0.11* instance=app deviceIndex=1
                eni kept subnet=a groups=web privateIpAddresses=10.0.0.30* instance=app deviceIndex=2""");
        assertThat(Transition.between(before, after).operations())
                .containsExactly(LaunchInstance.of("app", "m5.large")
                        .withTags(Map.of("a", "b"))
                        .plusInterface(LaunchInterface.creating(
                                        0, created("app/0").plusPrivateIpAddress(EniAddress.parse("10.0.0.10*")))
                                .withDeleteOnTermination(true))
                        .plusInterface(LaunchInterface.creating(
                                        1, created("app/1").plusPrivateIpAddress(EniAddress.parse("10.0.0.11*")))
                                .withDeleteOnTermination(false))
                        .plusInterface(LaunchInterface.existing(2, "kept")));
        assertThat(Transition.between(after, before).operations())
                .containsExactly(
                        DetachEni.of("app/1"),
                        DetachEni.of("kept"),
                        TerminateInstance.of("app"),
                        DeleteEni.of("app/1"));
    }

    @Test
    void between_instanceThatGoesAndItsPrimaryInterfaceThatStays_keepsTheInterface() {
        String eni = "eni e subnet=a groups=web privateIpAddresses=10.0.0.10*";
        NetworkPlan before = with("instance app instanceType=m5.large\n" + eni
                + " instance=app deviceIndex=0 attachment=eni-attach-1 deleteOnTermination=true");
        Transition transition = Transition.between(before, with(eni));
        assertThat(transition.operations())
                .containsExactly(
                        ModifyEni.of("e").withDeleteOnTermination(false).withAttachmentId("eni-attach-1"),
                        TerminateInstance.of("app"));
        assertThat(transition.remaining().isEmpty()).as(transition.toString()).isTrue();
    }

    @Test
    void between_instanceThatIsToBeTerminated_isTerminatedWithItsInterface() {
        String app = "instance app instanceType=m5.large";
        NetworkPlan before = with(app + "\neni e subnet=a groups=web privateIpAddresses=10.0.0.10* instance=app"
                + " deviceIndex=0 deleteOnTermination=true");
        Transition transition = Transition.between(before, with(app + " state=terminated"));
        assertThat(transition.operations()).containsExactly(TerminateInstance.of("app"));
        assertThat(transition.remaining().isEmpty()).as(transition.toString()).isTrue();
    }
}
