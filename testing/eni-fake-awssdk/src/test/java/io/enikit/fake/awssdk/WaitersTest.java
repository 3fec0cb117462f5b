package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.fake.FakeEc2;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.waiters.Ec2Waiter;

/** Every waiter and every paginator of the SDK for what the fake models comes to an end. */
@Ec2Test
@SuppressWarnings("unchecked") // the SDK takes generic varargs
class WaitersTest {
    private Account account;
    private Ec2Waiter waiter;

    @BeforeEach
    void make(Ec2Client client, FakeEc2 ec2) {
        ec2.visibleAfter(1);
        account = new Account(client);
        waiter = Ec2Clients.waiter(client);
    }

    @Test
    void waiters_forNetworks_end(Ec2Client client, FakeEc2 ec2) {
        waiter.waitUntilVpcExists(r -> r.vpcIds(account.vpc));
        waiter.waitUntilVpcAvailable(r -> r.vpcIds(account.vpc));
        assertThatThrownBy(() -> waiter.waitUntilSubnetAvailable(r -> r.subnetIds(account.subnet)))
                .isInstanceOf(SdkClientException.class)
                .hasCauseInstanceOf(Ec2Exception.class);
        waiter.waitUntilSubnetAvailable(r -> r.subnetIds(account.subnet));
        String group = account.group();
        waiter.waitUntilSecurityGroupExists(r -> r.groupIds(group));
        ec2.visibleAfter(0);
        String gateway = client.createInternetGateway().internetGateway().internetGatewayId();
        waiter.waitUntilInternetGatewayExists(r -> r.internetGatewayIds(gateway));
        String other = client.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        client.associateSecurityGroupVpc(r -> r.groupId(group).vpcId(other));
        waiter.waitUntilSecurityGroupVpcAssociationAssociated(
                r -> r.filters(f -> f.name("group-id").values(group)));
    }

    @Test
    void waiters_forInstances_end(Ec2Client client, FakeEc2 ec2) {
        ec2.settlesAfter(2);
        Instance instance = account.instance("t3.micro");
        String id = instance.instanceId();
        waiter.waitUntilInstanceExists(r -> r.instanceIds(id));
        waiter.waitUntilInstanceRunning(r -> r.instanceIds(id));
        waiter.waitUntilInstanceStatusOk(r -> r.instanceIds(id));
        waiter.waitUntilSystemStatusOk(r -> r.instanceIds(id));
        client.stopInstances(r -> r.instanceIds(id));
        waiter.waitUntilInstanceStopped(r -> r.instanceIds(id));
        client.terminateInstances(r -> r.instanceIds(id));
        waiter.waitUntilInstanceTerminated(r -> r.instanceIds(id));
    }

    @Test
    void waiter_forAnInterface_ends(FakeEc2 ec2, Ec2Client client) {
        ec2.visibleAfter(0);
        String eni = account.eni(account.subnet);
        String instance = account.instance("t3.micro").instanceId();
        String attachment = account.attach(eni, instance, 1);
        ec2.settlesAfter(3);
        client.detachNetworkInterface(r -> r.attachmentId(attachment));
        waiter.waitUntilNetworkInterfaceAvailable(r -> r.networkInterfaceIds(eni));
        assertThat(ec2.plan().eni(eni).orElseThrow().attachment()).isEmpty();
    }

    @Test
    void paginators_ofAllActions_showEverythingOnce(Ec2Client client, FakeEc2 ec2) {
        ec2.visibleAfter(0);
        for (int i = 0; i < 7; i++) {
            account.eni(account.subnet);
        }
        Set<String> seen = new TreeSet<>();
        for (Method method : Ec2Client.class.getMethods()) {
            String name = method.getName();
            if (name.endsWith("Paginator")
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == Consumer.class
                    && isAnswered(ec2, name)) {
                seen.add(name);
                pages(client, method);
            }
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(15);
        assertThat(ec2.unanswered()).isEmpty();
    }

    private static boolean isAnswered(FakeEc2 ec2, String paginator) {
        String action = paginator.substring(0, 1).toUpperCase(Locale.ROOT)
                + paginator.substring(1, paginator.length() - "Paginator".length());
        return ec2.actions().contains(action);
    }

    private void pages(Ec2Client client, Method method) {
        try {
            Consumer<Object> request = builder -> set(builder, method);
            Iterable<?> pages = (Iterable<?>) method.invoke(client, request);
            int count = 0;
            for (Object page : pages) {
                assertThat(page).isNotNull();
                count++;
            }
            assertThat(count).as(method.getName()).isGreaterThan(0);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.toString(), e);
        }
    }

    /** Asks for small pages, and names the subnet or VPC where the action needs one. */
    private void set(Object builder, Method method) {
        Map<String, Object> values = Map.of("maxResults", 5, "subnetId", account.subnet, "vpcId", account.vpc);
        List<String> needed = new ArrayList<>(List.of("maxResults"));
        if (method.getName().equals("getSecurityGroupsForVpcPaginator")) {
            needed.add("vpcId");
        }
        for (Method setter : builder.getClass().getMethods()) {
            if (needed.contains(setter.getName()) && setter.getParameterCount() == 1) {
                try {
                    setter.setAccessible(true);
                    setter.invoke(builder, values.get(setter.getName()));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(setter.toString(), e);
                }
            }
        }
    }
}
