package io.enikit.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.testkit.ValidPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import software.amazon.awssdk.core.SdkPojo;

/** What is in a plan becomes objects of the SDK and comes back, but for what another call shows. */
class SdkObjectsProperties {
    @Property(tries = 200)
    void object_ofEachResource_readsBackAsIt(@ForAll @ValidPlan NetworkPlan plan) {
        SdkObjects objects = SdkObjects.of(plan);
        assertThat(objects.vpcs().stream().map(SdkObjects::vpc))
                .containsExactlyElementsOf(
                        plan.vpcs().stream().map(SdkObjectsProperties::asShown).toList());
        assertThat(objects.subnets().stream().map(SdkObjects::subnet))
                .containsExactlyElementsOf(plan.subnets().stream()
                        .map(SdkObjectsProperties::asShown)
                        .toList());
        assertThat(objects.securityGroups().stream().map(SdkObjects::securityGroup))
                .containsExactlyElementsOf(plan.securityGroups().stream()
                        .map(SdkObjectsProperties::asShown)
                        .toList());
        assertThat(objects.instances().stream().map(SdkObjects::instance).map(SdkObjectsProperties::asShown))
                .containsExactlyElementsOf(plan.instances().stream()
                        .map(SdkObjectsProperties::asShown)
                        .toList());
        assertThat(objects.networkInterfaces().stream().map(SdkObjects::eni))
                .containsExactlyElementsOf(
                        plan.enis().stream().map(SdkObjectsProperties::asShown).toList());
        assertThat(objects.addresses().stream().map(SdkObjects::elasticIp))
                .containsExactlyElementsOf(plan.elasticIps().stream()
                        .map(SdkObjectsProperties::asShown)
                        .toList());
    }

    @Property(tries = 50)
    void objects_readTogether_belongTogether(@ForAll @ValidPlan NetworkPlan plan) {
        SdkObjects objects = SdkObjects.of(plan);
        List<SdkPojo> all = new ArrayList<>(objects.networkInterfaces());
        all.addAll(objects.addresses());
        all.addAll(objects.instances());
        all.addAll(objects.securityGroups());
        all.addAll(objects.subnets());
        all.addAll(objects.vpcs());
        NetworkPlan back =
                PlanReader.create().read(SdkObjects.source("objects", all)).plan();
        assertThat(back.enis().stream().map(Eni::toString))
                .containsExactlyElementsOf(plan.enis().stream()
                        .map(each -> asShown(each).toString())
                        .toList());
        for (Instance each : plan.instances()) {
            assertThat(back.enisOf(each.id())).hasSameSizeAs(plan.enisOf(each.id()));
        }
    }

    private static Vpc asShown(Vpc vpc) {
        return vpc.toBuilder()
                .internetGatewayAttached(false)
                .region(Optional.empty())
                .build();
    }

    private static Subnet asShown(Subnet subnet) {
        return subnet.toBuilder().cidrReservations(Set.of()).build();
    }

    private static SecurityGroup asShown(SecurityGroup group) {
        return group.toBuilder().associatedVpcIds(Set.of()).build();
    }

    /** The owner is shown by the reservation. */
    private static Instance asShown(Instance instance) {
        return instance.toBuilder().ownerId(Optional.empty()).build();
    }

    private static Eni asShown(Eni eni) {
        return eni.toBuilder()
                .associatePublicIpAddress(false)
                .trunkAssociation(Optional.empty())
                .build();
    }

    private static ElasticIp asShown(ElasticIp elasticIp) {
        return elasticIp.toBuilder().ownerId(Optional.empty()).build();
    }
}
