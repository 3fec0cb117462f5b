package stranger;

import static io.enikit.testkit.EniAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.operations.AttachEni;
import io.enikit.testkit.Only;
import io.enikit.testkit.OperationRunner;
import io.enikit.testkit.OperationSequence;
import io.enikit.testkit.ValidPlan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Five properties as somebody would write them; each has to fail within 1,000 tries, and shrink. */
@AddLifecycleHook(HasToFail.class)
class PlantedBugProperties {
    @Property
    void addedSubnet_overlapsNothing(@ForAll @ValidPlan NetworkPlan plan) {
        for (Vpc vpc : plan.vpcs()) {
            assertThat(Planted.addSubnet(plan, vpc)).hasNoOverlaps();
        }
    }

    @Property
    void addedInterface_isValid(@ForAll @ValidPlan NetworkPlan plan) {
        for (Subnet subnet : plan.subnets()) {
            assertThat(Planted.addInterface(plan, subnet)).keepsInvariants();
        }
    }

    @Property
    void addedZone_movesNothing(@ForAll CidrLayout layout) {
        assertThat(Planted.addZone(layout)).movedNothingSince(layout);
    }

    @Property
    void attach_keepsPlansValid(@ForAll @Only(AttachEni.class) OperationSequence calls) {
        OperationRunner.applying(Planted::attach)
                .checking(plan -> assertThat(plan).isValid())
                .run(calls);
    }

    @Property
    void release_freesWhatWasGranted(@ForAll CidrPool pool) {
        for (Allocation allocation : pool.allocations()) {
            assertThat(Planted.freeAfterRelease(pool, allocation).size())
                    .isEqualTo(pool.free().size().add(allocation.cidr().size()));
        }
    }
}
