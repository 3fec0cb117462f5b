package io.enikit.examples;

import io.enikit.json.PlanReader;
import io.enikit.json.Source;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import java.io.PrintStream;

/** A template is checked before it is deployed: as a unit test, the last two lines are all there is to write. */
public final class CheckATemplate {
    private static final String TEMPLATE = """
            Resources:
              Network:
                Type: AWS::EC2::VPC
                Properties:
                  CidrBlock: 10.0.0.0/16
              Front:
                Type: AWS::EC2::Subnet
                Properties:
                  VpcId: !Ref Network
                  AvailabilityZone: eu-west-1a
                  CidrBlock: !Select [0, !Cidr [!GetAtt Network.CidrBlock, 4, 8]]
              Back:
                Type: AWS::EC2::Subnet
                Properties:
                  VpcId: !Ref Network
                  AvailabilityZone: eu-west-1b
                  CidrBlock: 10.0.0.128/25
              Gateway:
                Type: AWS::EC2::NetworkInterface
                Properties:
                  SubnetId: !Ref Back
                  PrivateIpAddress: 10.0.0.129
            """;

    private CheckATemplate() {}

    /**
     * Checks a template that has two faults.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        tell(Console.out());
    }

    static void tell(PrintStream out) {
        out.println(PlanReader.create()
                .read(Source.of("network.yaml", TEMPLATE))
                .check(Ec2Rules.standard().and(LimitRules.bundled())));
    }
}
