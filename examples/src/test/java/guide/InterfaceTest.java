package guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.enikit.fake.awssdk.Ec2Test;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

@Ec2Test
class InterfaceTest {
    @Test
    void deleteSubnet_inUse_isRefused(Ec2Client client) {
        String vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = client.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        client.createNetworkInterface(r -> r.subnetId(subnet));
        Ec2Exception refused = assertThrows(Ec2Exception.class, () -> client.deleteSubnet(r -> r.subnetId(subnet)));
        assertEquals("DependencyViolation", refused.awsErrorDetails().errorCode());
    }
}
