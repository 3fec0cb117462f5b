package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.PlanText;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;

/** Sixteen calls that EC2 refuses, each with its code; nothing changes. */
@SuppressWarnings("unchecked") // the SDK takes generic varargs
@ExtendWith(TargetExtension.class)
class ImpossibleCallsTest {
    private Target target;
    private Ec2Client client;
    private Account account;

    @BeforeEach
    void begin(Target asked) {
        target = asked;
        client = asked.ec2Client();
        account = asked.account();
    }

    private Optional<String> plan() {
        return target.fake().map(ec2 -> PlanText.write(ec2.plan()));
    }

    private void assertRefused(String code, Runnable call) {
        Optional<String> before = plan();
        assertThat(Account.code(call)).isEqualTo(code);
        assertThat(plan()).isEqualTo(before);
    }

    @Test
    void attach_indexThatIsUsed_isRefused() {
        String instance = account.instance("t3.micro").instanceId();
        String eni = account.eni(account.subnet);
        assertRefused("InvalidParameterValue", () -> account.attach(eni, instance, 0));
    }

    @Test
    void attach_attachedInterface_isRefused() {
        String eni = account.eni(account.subnet);
        account.attach(eni, account.instance("t3.micro").instanceId(), 1);
        String other = account.instance("t3.micro").instanceId();
        assertRefused("InvalidNetworkInterface.InUse", () -> account.attach(eni, other, 1));
    }

    @Test
    void attach_acrossZones_isRefused() {
        String eni = account.eni(account.subnet("10.0.2.0/24", account.otherZone));
        String instance = account.instance("t3.micro").instanceId();
        assertRefused("InvalidParameterCombination", () -> account.attach(eni, instance, 1));
    }

    @Test
    void delete_attachedInterface_isRefused() {
        String eni = account.eni(account.subnet);
        account.attach(eni, account.instance("t3.micro").instanceId(), 1);
        assertRefused("InvalidParameterValue", () -> client.deleteNetworkInterface(r -> r.networkInterfaceId(eni)));
    }

    @Test
    void attach_oneMoreThanTheTypeAllows_isRefused() {
        String instance = account.instance("t3.micro").instanceId();
        account.attach(account.eni(account.subnet), instance, 1);
        String third = account.eni(account.subnet);
        assertRefused("AttachmentLimitExceeded", () -> account.attach(third, instance, 2));
    }

    @Test
    void detach_primaryInterface_isRefused() {
        Instance instance = account.instance("t3.micro");
        String primary = instance.networkInterfaces().get(0).attachment().attachmentId();
        assertRefused("OperationNotPermitted", () -> client.detachNetworkInterface(r -> r.attachmentId(primary)));
    }

    @Test
    void create_addressOutsideOfTheSubnet_isRefused() {
        assertRefused(
                "InvalidParameterValue",
                () -> client.createNetworkInterface(
                        r -> r.subnetId(account.subnet).privateIpAddress("10.0.9.9")));
    }

    @Test
    void create_reservedAddress_isRefused() {
        for (String address : new String[] {"10.0.1.0", "10.0.1.1", "10.0.1.2", "10.0.1.3", "10.0.1.255"}) {
            assertRefused(
                    "InvalidParameterValue",
                    () -> client.createNetworkInterface(
                            r -> r.subnetId(account.subnet).privateIpAddress(address)));
        }
    }

    @Test
    void create_addressInUse_isRefused() {
        client.createNetworkInterface(r -> r.subnetId(account.subnet).privateIpAddress("10.0.1.9"));
        assertRefused(
                "InvalidIPAddress.InUse",
                () -> client.createNetworkInterface(
                        r -> r.subnetId(account.subnet).privateIpAddress("10.0.1.9")));
    }

    @Test
    void assign_moreAddressesThanTheTypeAllows_isRefused() {
        String eni = account.eni(account.subnet);
        account.attach(eni, account.instance("t3.micro").instanceId(), 1);
        assertRefused(
                "PrivateIpAddressLimitExceeded",
                () -> client.assignPrivateIpAddresses(
                        r -> r.networkInterfaceId(eni).secondaryPrivateIpAddressCount(2)));
    }

    @Test
    void create_moreThanTheSubnetHolds_isRefused() {
        String small = account.subnet("10.0.3.0/28");
        client.createNetworkInterface(r -> r.subnetId(small).secondaryPrivateIpAddressCount(10));
        assertRefused("InsufficientFreeAddressesInSubnet", () -> account.eni(small));
    }

    @Test
    void createSubnet_smallerThanAllowed_isRefused() {
        assertRefused("InvalidSubnet.Range", () -> account.subnet("10.0.4.0/29"));
    }

    @Test
    void createSubnet_overlapping_isRefused() {
        assertRefused("InvalidSubnet.Conflict", () -> account.subnet("10.0.1.128/25"));
    }

    @Test
    void deleteSubnet_inUse_isRefused() {
        account.eni(account.subnet);
        assertRefused("DependencyViolation", () -> client.deleteSubnet(r -> r.subnetId(account.subnet)));
    }

    @Test
    void describe_unknownFilter_isRefused() {
        assertRefused(
                "InvalidParameterValue",
                () -> client.describeSubnets(
                        r -> r.filters(f -> f.name("colour").values("red"))));
    }

    @Test
    void describe_pageOfIds_isRefused() {
        String eni = account.eni(account.subnet);
        assertRefused(
                "InvalidParameterCombination",
                () -> client.describeNetworkInterfaces(
                        r -> r.networkInterfaceIds(eni).maxResults(5)));
        String instance = account.instance("t3.micro").instanceId();
        assertRefused(
                "InvalidParameterCombination",
                () -> client.describeInstances(r -> r.instanceIds(instance).maxResults(5)));
    }
}
