package guide;

import static io.enikit.testkit.EniAssertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.testkit.ValidPlan;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlannerTest {
    @Property
    void addedSubnet_overlapsNothing(@ForAll @ValidPlan NetworkPlan plan) {
        for (Vpc vpc : plan.vpcs()) {
            assertThat(addSubnet(plan, vpc)).hasNoOverlaps();
        }
    }

    /** The code under test: a /28 in the lowest free place of the first block of the VPC, if there is one. */
    private static NetworkPlan addSubnet(NetworkPlan plan, Vpc vpc) {
        if (vpc.cidrBlocks().isEmpty()) {
            return plan;
        }
        FreeSpace free = FreeSpace.of(vpc.cidrBlocks().get(0));
        for (Subnet subnet : plan.subnetsOf(vpc.id())) {
            if (subnet.cidrBlock().filter(vpc.cidrBlocks().get(0)::contains).isPresent()) {
                free = free.take(subnet.cidrBlock().get());
            }
        }
        Optional<Cidr> block = free.lowest(28);
        return block.isEmpty()
                ? plan
                : plan.toBuilder()
                        .add(Subnet.builder()
                                .id("added")
                                .vpcId(vpc.id())
                                .availabilityZone("eu-west-1a")
                                .cidrBlock(block.get())
                                .build())
                        .build();
    }
}
