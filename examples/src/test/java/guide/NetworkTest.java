package guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void template_isWhatEc2Accepts() {
        Reading reading = PlanReader.create().read(Source.of("network.yaml", TEMPLATE));
        assertEquals(
                List.of(),
                reading.check(Ec2Rules.standard().and(LimitRules.bundled())).findings());
        assertEquals(2, reading.plan().subnets().size());
    }

    private static final String TEMPLATE = """
            Resources:
              Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
              Web:
                Type: AWS::EC2::Subnet
                Properties: {VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a, CidrBlock: 10.0.0.0/24}
              Db:
                Type: AWS::EC2::Subnet
                Properties: {VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b, CidrBlock: 10.0.1.0/24}
            """;
}
