package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.Origin;
import io.enikit.json.ReadLimits;
import io.enikit.json.text.Budget;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.Attachment;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Parts of resources that files state by themselves, and what makes two readings of a resource one. */
class ResourcePartsTest {
    private static final Origin HERE = ValueAccess.get().origin("f", "/b", OptionalInt.of(3), Optional.empty());
    private static final VpcId VPC = VpcId.of("v");
    private static final SubnetId SUBNET = SubnetId.of("s");
    private static final SecurityGroupId GROUP = SecurityGroupId.of("g");
    private static final Cidr MORE = Cidr.parse("10.1.0.0/16");
    private static final CidrReservation RESERVED =
            new CidrReservation(Cidr.parse("10.0.0.16/28"), CidrReservation.Type.PREFIX);

    private static ResourceParts parts(Consumer<ResourceParts> content) {
        ResourceParts parts = new ResourceParts(new TreeSet<>());
        content.accept(parts);
        return parts;
    }

    private static ResourcesRead changed(ResourceParts parts) {
        ResourcesRead resources = new Collector(new Budget(ReadLimits.defaults())).resources();
        for (Resource each : List.of(
                Vpc.builder().id(VPC).addCidrBlock("10.0.0.0/16").build(),
                Subnet.builder()
                        .id(SUBNET)
                        .vpcId("v")
                        .availabilityZone("a")
                        .cidrBlock("10.0.0.0/24")
                        .build(),
                SecurityGroup.builder().id(GROUP).vpcId("v").build())) {
            resources.addIfAbsent(each);
        }
        parts.addTo(resources);
        return resources;
    }

    private static void all(ResourceParts parts) {
        parts.block(VPC, MORE, HERE);
        parts.block(VPC, Cidr.parse("2001:db8::/56"), HERE);
        parts.internetGateway(VPC);
        parts.reservation(SUBNET, RESERVED);
        parts.groupAssociation(GROUP, VPC);
        parts.groupAssociation(GROUP, VpcId.of("w"));
    }

    @Test
    void parts_areAddedToTheirResources() {
        for (ResourceParts parts :
                List.of(parts(ResourcePartsTest::all), parts(empty -> empty.addAll(parts(ResourcePartsTest::all))))) {
            ResourcesRead changed = changed(parts);
            assertThat(changed.get(VPC))
                    .isEqualTo(Vpc.builder()
                            .id(VPC)
                            .addCidrBlock("10.0.0.0/16")
                            .addCidrBlock(MORE)
                            .addIpv6CidrBlock("2001:db8::/56")
                            .internetGatewayAttached(true)
                            .build());
            assertThat(changed.get(SUBNET))
                    .isInstanceOfSatisfying(
                            Subnet.class,
                            subnet -> assertThat(subnet.cidrReservations()).containsExactly(RESERVED));
            assertThat(changed.get(GROUP))
                    .isInstanceOfSatisfying(
                            SecurityGroup.class,
                            group -> assertThat(group.associatedVpcIds()).containsExactly(VpcId.of("w")));
            assertThat(parts.blockOrigins().get(VPC)).containsOnlyKeys(MORE, Cidr.parse("2001:db8::/56"));
        }
    }

    @Test
    void rulesOfGroups_areTakenOver() {
        ResourceParts other = parts(parts -> parts.rules().notShown(GROUP));
        assertThat(parts(parts -> parts.addAll(other)).rules().groups()).containsExactly(GROUP);
    }

    private static List<String> targets(Resource resource) {
        List<String> targets = new ArrayList<>();
        Settlement.targets(resource, id -> targets.add(id.toString()));
        return targets;
    }

    @Test
    void targets_areWhatAResourceNames() {
        assertThat(targets(Vpc.builder().id(VPC).addCidrBlock("10.0.0.0/16").build()))
                .isEmpty();
        assertThat(targets(Subnet.builder()
                        .id(SUBNET)
                        .vpcId("v")
                        .availabilityZone("a")
                        .build()))
                .containsExactly("v");
        assertThat(targets(SecurityGroup.builder()
                        .id(GROUP)
                        .vpcId("v")
                        .addAssociatedVpcId(VpcId.of("w"))
                        .build()))
                .containsExactly("v", "w");
        assertThat(targets(Eni.builder()
                        .id("e")
                        .subnetId("s")
                        .addSecurityGroups("g", "h")
                        .attachment(Attachment.builder()
                                .instanceId("i")
                                .deviceIndex(0)
                                .build())
                        .build()))
                .containsExactly("s", "g", "h", "i");
    }

    private static Optional<Resource> same(Resource one, Resource other) {
        Optional<Resource> same = SameResource.of(one, other);
        assertThat(SameResource.of(other, one)).isEqualTo(same);
        return same;
    }

    @Test
    void twoReadingsOfAResource_areOne_ifOneSaysMore() {
        Map<String, String> tags = Map.of("k", "v");
        Vpc vpc = Vpc.builder().id(VPC).addCidrBlock("10.0.0.0/16").build();
        Vpc tagged = vpc.toBuilder().tags(tags).build();
        Vpc placed =
                vpc.toBuilder().region("r").ownerId(Optional.of("123456789012")).build();
        assertThat(same(vpc, tagged)).contains(tagged);
        assertThat(same(placed, tagged)).contains(placed.toBuilder().tags(tags).build());
        assertThat(same(vpc, vpc.toBuilder().defaultVpc(true).build())).isEmpty();
        SecurityGroup group = SecurityGroup.builder().id(GROUP).vpcId("v").build();
        assertThat(same(group, group.toBuilder().tags(tags).build()))
                .contains(group.toBuilder().tags(tags).build());
        Eni eni = Eni.builder().id("e").subnetId("s").build();
        assertThat(same(eni, eni.toBuilder().tags(tags).build()))
                .contains(eni.toBuilder().tags(tags).build());
        ElasticIp elasticIp = ElasticIp.builder().id("eip").build();
        assertThat(same(elasticIp, elasticIp.toBuilder().tags(tags).build()))
                .contains(elasticIp.toBuilder().tags(tags).build());
    }
}
