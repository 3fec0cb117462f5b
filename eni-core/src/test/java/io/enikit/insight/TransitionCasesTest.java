package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing after another that two plans may differ in: the operations that lead there, and those that lead back. */
class TransitionCasesTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    private static final String TEXT = """
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            vpc other cidrBlocks=10.1.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            subnet b vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/24
            group default vpc=main
            group lb vpc=main ingress=tcp;22;10.1.0.0/16;;people,tcp;23;10.1.0.0/16 egress=-1;;10.0.0.0/8;;inside,-1;;10.1.0.0/16
            group web vpc=main
            instance app instanceType=m5.large
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app deviceIndex=0
            eni spare subnet=a privateIpAddresses=10.0.0.20* groups=web
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.30* groups=web
            eni twig subnet=a interfaceType=branch privateIpAddresses=10.0.0.31* groups=web
            end
            """;
    private static final NetworkPlan PLAN = PlanText.read(TEXT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subnet b | subnet b mapPublicIpOnLaunch=true | ModifySubnet{subnet=b, mapPublicIpOnLaunch=true} | ModifySubnet{subnet=b, mapPublicIpOnLaunch=false}
            subnet a | subnet a assignIpv6AddressOnCreation=true | ModifySubnet{subnet=a, assignIpv6AddressOnCreation=true} | ModifySubnet{subnet=a, assignIpv6AddressOnCreation=false}
            subnet b | subnet b cidrReservations=10.0.1.16/28;prefix | CreateSubnetCidrReservation{subnet=b, reservation=10.0.1.16/28;prefix} | DeleteSubnetCidrReservation{subnet=b, block=10.0.1.16/28}
            subnet b | subnet b ipv6CidrBlock=2001:db8:0:1::/64 | AssociateSubnetCidrBlock{subnet=b, ipv6CidrBlock=2001:db8:0:1::/64} | DisassociateSubnetCidrBlock{subnet=b, block=2001:db8:0:1::/64}
            ipv6CidrBlock=2001:db8::/64 | ipv6CidrBlock=2001:db8:0:9::/64 | DisassociateSubnetCidrBlock{subnet=a, block=2001:db8::/64} + AssociateSubnetCidrBlock{subnet=a, ipv6CidrBlock=2001:db8:0:9::/64} | DisassociateSubnetCidrBlock{subnet=a, block=2001:db8:0:9::/64} + AssociateSubnetCidrBlock{subnet=a, ipv6CidrBlock=2001:db8::/64}
            group web | group web ingress=tcp;443;10.0.0.0/8 | AuthorizeSecurityGroupIngress{group=web, rules=[tcp;443;10.0.0.0/8]} | RevokeSecurityGroupIngress{group=web, rules=[tcp;443;10.0.0.0/8]}
            group web | group web egress=tcp;443;10.0.0.0/8 | RevokeSecurityGroupEgress{group=web, rules=[-1;;0.0.0.0/0]} + AuthorizeSecurityGroupEgress{group=web, rules=[tcp;443;10.0.0.0/8]} | RevokeSecurityGroupEgress{group=web, rules=[tcp;443;10.0.0.0/8]} + AuthorizeSecurityGroupEgress{group=web, rules=[-1;;0.0.0.0/0]}
            10.1.0.0/16;;people | 10.1.0.0/16;;people,tcp;80;group:web;;first | AuthorizeSecurityGroupIngress{group=lb, rules=[tcp;80;group:web;;first]} | RevokeSecurityGroupIngress{group=lb, rules=[tcp;80;group:web;;first]}
            ;;people | ;;others | UpdateSecurityGroupRuleDescriptionsIngress{group=lb, rules=[tcp;22;10.1.0.0/16;;others]} | UpdateSecurityGroupRuleDescriptionsIngress{group=lb, rules=[tcp;22;10.1.0.0/16;;people]}
            ;;inside | ;;outside | UpdateSecurityGroupRuleDescriptionsEgress{group=lb, rules=[-1;;10.0.0.0/8;;outside]} | UpdateSecurityGroupRuleDescriptionsEgress{group=lb, rules=[-1;;10.0.0.0/8;;inside]}
            group web | group web associatedVpcs=other | AssociateSecurityGroupVpc{group=web, vpc=other} | DisassociateSecurityGroupVpc{group=web, vpc=other}
            group web | group web tag:Name=front | TagResource{resource=web, key=Name, value=front} | UntagResource{resource=web, key=Name}
            10.0.0.0/16 | 10.0.0.0/16,10.2.0.0/16 | AssociateVpcCidrBlock{vpc=main, cidrBlock=10.2.0.0/16, amazonProvidedIpv6CidrBlock=false} | DisassociateVpcCidrBlock{vpc=main, block=10.2.0.0/16}
            2001:db8::/56 | 2001:db8::/56,2001:db8:1::/56 | AssociateVpcCidrBlock{vpc=main, ipv6CidrBlock=2001:db8:1::/56, amazonProvidedIpv6CidrBlock=false} | DisassociateVpcCidrBlock{vpc=main, block=2001:db8:1::/56}
            vpc other | vpc other internetGatewayAttached=true | AttachInternetGateway{vpc=other} | DetachInternetGateway{vpc=other}
            instance app | instance app state=stopped | StopInstance{instance=app} | StartInstance{instance=app}
            eni spare | eni spare description=kept | ModifyEni{eni=spare, description=kept} | ModifyEni{eni=spare, description=}
            eni spare | eni spare sourceDestCheck=false | ModifyEni{eni=spare, sourceDestCheck=false} | ModifyEni{eni=spare, sourceDestCheck=true}
            eni app/eth0 | eni app/eth0 associatePublicIpAddress=true publicIpv4=203.0.113.7 | ModifyEni{eni=app/eth0, associatePublicIpAddress=true} | ModifyEni{eni=app/eth0, associatePublicIpAddress=false}
            eni spare | eni spare udpTimeout=45 | ModifyEni{eni=spare, connectionTracking=ConnectionTracking{udpTimeout=45}} | ModifyEni{eni=spare, connectionTracking=ConnectionTracking{}}
            20* groups=web | 20* groups=lb,web | ModifyEni{eni=spare, securityGroups=[lb, web]} | ModifyEni{eni=spare, securityGroups=[web]}
            20* groups=web | 20*,10.0.0.21,10.0.0.22 groups=web | AssignPrivateIpAddresses{eni=spare, privateIpAddresses=[10.0.0.21, 10.0.0.22], allowReassignment=false} | UnassignPrivateIpAddresses{eni=spare, privateIpAddresses=[10.0.0.21, 10.0.0.22]}
            20* groups=web | 20*,10.0.0.21 ipv4Prefixes=10.0.0.32/28 groups=web | AssignPrivateIpAddresses{eni=spare, privateIpAddresses=[10.0.0.21], allowReassignment=false} + AssignPrivateIpAddresses{eni=spare, ipv4Prefixes=[10.0.0.32/28], allowReassignment=false} | UnassignPrivateIpAddresses{eni=spare, privateIpAddresses=[10.0.0.21], ipv4Prefixes=[10.0.0.32/28]}
            eni spare | eni spare ipv6Addresses=2001:db8::5 | AssignIpv6Addresses{eni=spare, ipv6Addresses=[2001:db8::5]} | UnassignIpv6Addresses{eni=spare, ipv6Addresses=[2001:db8::5]}
            eni spare | eni spare ipv6Prefixes=2001:db8:0:0:1::/80 | AssignIpv6Addresses{eni=spare, ipv6Prefixes=[2001:db8:0:0:1::/80]} | UnassignIpv6Addresses{eni=spare, ipv6Prefixes=[2001:db8:0:0:1::/80]}
            eni app/eth0 | eni app/eth0 deleteOnTermination=true | ModifyEni{eni=app/eth0, deleteOnTermination=true, attachmentId=eni-attach-2f27ef5e8f5499e88} | ModifyEni{eni=app/eth0, deleteOnTermination=false, attachmentId=eni-attach-2f27ef5e8f5499e88}
            eni spare | eni spare instance=app deviceIndex=1 | AttachEni{eni=spare, instance=app, deviceIndex=1, networkCardIndex=0} | DetachEni{eni=spare}
            eni twig | eni twig trunk=trunk vlanId=7 | AssociateTrunkInterface{eni=twig, trunk=trunk, vlanId=7} | DisassociateTrunkInterface{eni=twig}
            eni twig | eni twig trunk=trunk greKey=7 | AssociateTrunkInterface{eni=twig, trunk=trunk, greKey=7} | DisassociateTrunkInterface{eni=twig}
            """)
    void between_oneChange_isMadeAndUndone(String part, String other, String there, String back) {
        assertThat(TEXT).contains(part);
        assertLeads(PlanText.read(TEXT.replace(part, other)), there, back);
    }

    /** The lines of what is new are separated by plus signs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eip ip publicIp=203.0.113.9 | AllocateElasticIp{elasticIp=ip} | ReleaseElasticIp{elasticIp=ip}
            eip ip networkInterface=app/eth0 privateIpAddress=10.0.0.10 tag:a=b | AllocateElasticIp{elasticIp=ip, tags={a=b}} + AssociateElasticIp{elasticIp=ip, eni=app/eth0, privateIpAddress=10.0.0.10, allowReassociation=true} | DisassociateElasticIp{elasticIp=ip} + ReleaseElasticIp{elasticIp=ip}
            subnet c vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.3.0/24 ipv6CidrBlock=2001:db8:0:5::/64 cidrReservations=10.0.3.16/28;explicit mapPublicIpOnLaunch=true | CreateSubnet{subnet=c, vpcId=main, availabilityZone=eu-west-1b, cidrBlock=10.0.3.0/24, ipv6CidrBlock=2001:db8:0:5::/64, ipv6Native=false} + CreateSubnetCidrReservation{subnet=c, reservation=10.0.3.16/28;explicit} + ModifySubnet{subnet=c, mapPublicIpOnLaunch=true} | DeleteSubnet{subnet=c}
            subnet six vpc=main availabilityZone=eu-west-1a ipv6CidrBlock=2001:db8:0:5::/64 ipv6Native=true assignIpv6AddressOnCreation=true tag:a=b | CreateSubnet{subnet=six, vpcId=main, availabilityZone=eu-west-1a, ipv6CidrBlock=2001:db8:0:5::/64, ipv6Native=true, tags={a=b}} | DeleteSubnet{subnet=six}
            group db vpc=main groupName=data description=databases tag:a=b egress=-1;;0.0.0.0/0,-1;;::/0 | CreateSecurityGroup{group=db, vpcId=main, groupName=data, description=databases, tags={a=b}} | DeleteSecurityGroup{group=db}
            group db vpc=main egress=-1;;0.0.0.0/0,-1;;::/0 | CreateSecurityGroup{group=db, vpcId=main, groupName=db, description=db} | DeleteSecurityGroup{group=db}
            group db vpc=main associatedVpcs=other egress=-1;;0.0.0.0/0,-1;;::/0 | CreateSecurityGroup{group=db, vpcId=main, groupName=db, description=db} + AssociateSecurityGroupVpc{group=db, vpc=other} | DisassociateSecurityGroupVpc{group=db, vpc=other} + DeleteSecurityGroup{group=db}
            group db vpc=main ingress=tcp;80;group:db,tcp;80;group:web egress=-1;;0.0.0.0/0,-1;;::/0 | CreateSecurityGroup{group=db, vpcId=main, groupName=db, description=db} + AuthorizeSecurityGroupIngress{group=db, rules=[tcp;80;group:db, tcp;80;group:web]} | DeleteSecurityGroup{group=db}
            group one vpc=main ingress=tcp;80;group:two egress=-1;;0.0.0.0/0,-1;;::/0 + group two vpc=main ingress=tcp;80;group:one egress=tcp;80;group:one | CreateSecurityGroup{group=one, vpcId=main, groupName=one, description=one} + CreateSecurityGroup{group=two, vpcId=main, groupName=two, description=two} + AuthorizeSecurityGroupIngress{group=one, rules=[tcp;80;group:two]} + AuthorizeSecurityGroupIngress{group=two, rules=[tcp;80;group:one]} + AuthorizeSecurityGroupEgress{group=two, rules=[tcp;80;group:one]} + RevokeSecurityGroupEgress{group=two, rules=[-1;;0.0.0.0/0, -1;;::/0]} | RevokeSecurityGroupIngress{group=one, rules=[tcp;80;group:two]} + RevokeSecurityGroupEgress{group=one, rules=[-1;;0.0.0.0/0, -1;;::/0]} + RevokeSecurityGroupIngress{group=two, rules=[tcp;80;group:one]} + RevokeSecurityGroupEgress{group=two, rules=[tcp;80;group:one]} + DeleteSecurityGroup{group=two} + DeleteSecurityGroup{group=one}
            vpc new cidrBlocks=10.3.0.0/16,10.4.0.0/16 ipv6CidrBlocks=2001:db8:5::/56 internetGatewayAttached=true tag:a=b + group new/default vpc=new groupName=default description=default%20VPC%20security%20group | CreateVpc{vpc=new, cidrBlock=10.3.0.0/16, amazonProvidedIpv6CidrBlock=false, tags={a=b}} + AssociateVpcCidrBlock{vpc=new, cidrBlock=10.4.0.0/16, amazonProvidedIpv6CidrBlock=false} + AssociateVpcCidrBlock{vpc=new, ipv6CidrBlock=2001:db8:5::/56, amazonProvidedIpv6CidrBlock=false} + AttachInternetGateway{vpc=new} | DetachInternetGateway{vpc=new} + DeleteVpc{vpc=new}
            """)
    void between_newResources_areMadeAndDeleted(String lines, String there, String back) {
        assertLeads(PlanText.read(TEXT.replace("end\n", lines.replace(" + ", "\n") + "\nend\n")), there, back);
    }

    private static void assertLeads(NetworkPlan changed, String there, String back) {
        assertLeads(PLAN, changed, there);
        assertLeads(changed, PLAN, back);
    }

    private static void assertLeads(NetworkPlan before, NetworkPlan after, String operations) {
        Transition transition = Transition.between(before, after);
        assertThat(operations(transition)).isEqualTo(operations);
        assertThat(transition.remaining().isEmpty()).as(transition.toString()).isTrue();
        assertThat(EC2.apply(before, transition.operations()).orElseThrow()).isEqualTo(transition.reached());
    }

    /** Writes the operations as they are, without their lists that are empty. */
    private static String operations(Transition transition) {
        return transition.operations().stream()
                .map(each -> each.toString().replaceAll(", \\w+=(\\[]|\\{})", ""))
                .collect(Collectors.joining(" + "));
    }
}
