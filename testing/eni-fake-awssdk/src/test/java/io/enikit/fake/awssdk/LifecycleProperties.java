package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.fake.FakeEc2;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Each try of a property has a fake of its own. */
@AddLifecycleHook(Ec2Lifecycle.class)
class LifecycleProperties {
    @Property(tries = 20)
    void parameters_ofATry_areOfOneFreshFake(
            @ForAll @IntRange(min = 1, max = 4) int vpcs, Ec2Client client, Ec2AsyncClient async, FakeEc2 ec2) {
        for (int i = 0; i < vpcs; i++) {
            String block = "10." + i + ".0.0/16";
            client.createVpc(r -> r.cidrBlock(block));
        }
        assertThat(ec2.plan().vpcs()).hasSize(vpcs);
        assertThat(async.describeVpcs().join().vpcs()).hasSize(vpcs);
    }
}
