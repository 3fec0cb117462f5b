package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.SampleFolder.Group;
import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Subnet;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the test resources, and real ones where there are any: see {@link SampleFolder}. */
class SamplesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    static Stream<Group> accounts() {
        return SampleFolder.accounts();
    }

    /** The accounts with instances and subnets, so that faults can be planted. */
    static Stream<Group> wholeAccounts() {
        return accounts().filter(group -> {
            NetworkPlan plan = group.read().plan();
            return plan.subnets().size() > 1 && !plan.instances().isEmpty();
        });
    }

    static Stream<Source> all() {
        return SampleFolder.all();
    }

    static Stream<Source> templates() {
        return all().filter(source -> jsonOf(source).containsKey("Resources"));
    }

    static Stream<Source> terraformPlans() {
        return all().filter(source -> jsonOf(source).containsKey("planned_values"));
    }

    private static Set<String> ids(Group group, String list, String id) {
        Set<String> ids = new HashSet<>();
        group.documents()
                .forEach(document -> Json.list(document, list)
                        .forEach(each -> ids.add(Json.get(each, id).toString())));
        return ids;
    }

    private static List<Map<String, Object>> instances(List<Map<String, Object>> documents) {
        return documents.stream()
                .flatMap(document -> Json.list(document, "Reservations").stream())
                .flatMap(reservation -> Json.list(reservation, "Instances").stream())
                .toList();
    }

    private static List<Map<String, Object>> enis(List<Map<String, Object>> documents) {
        return documents.stream()
                .flatMap(document -> Json.list(document, "NetworkInterfaces").stream())
                .toList();
    }

    private static List<String> faults(List<Map<String, Object>> documents) {
        return Group.changed(documents).read().check(RULES).findings().stream()
                .map(finding -> finding.violation().rule())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void counts_equalThoseOfPlainJson(Group group) {
        NetworkPlan plan = group.read().plan();
        Set<String> instances = new HashSet<>();
        Set<String> enis = ids(group, "NetworkInterfaces", "NetworkInterfaceId");
        for (Map<String, Object> each : instances(group.documents())) {
            instances.add(Json.get(each, "InstanceId").toString());
            Json.list(each, "NetworkInterfaces")
                    .forEach(eni -> enis.add(Json.get(eni, "NetworkInterfaceId").toString()));
        }
        assertThat(plan.vpcs()).hasSameSizeAs(ids(group, "Vpcs", "VpcId"));
        assertThat(plan.subnets()).hasSameSizeAs(ids(group, "Subnets", "SubnetId"));
        assertThat(plan.instances()).hasSameSizeAs(instances);
        assertThat(plan.enis()).hasSameSizeAs(enis);
        assertThat(plan.elasticIps()).hasSameSizeAs(ids(group, "Addresses", "AllocationId"));
        Set<Object> addresses = new HashSet<>();
        for (Map<String, Object> eni : enis(group.documents())) {
            Json.list(eni, "PrivateIpAddresses")
                    .forEach(each -> addresses.add(
                            Json.get(eni, "NetworkInterfaceId") + " " + Json.get(each, "PrivateIpAddress")));
        }
        Set<String> own = ids(group, "NetworkInterfaces", "NetworkInterfaceId");
        assertThat(plan.enis().stream()
                        .filter(eni -> own.contains(eni.id().toString()))
                        .mapToInt(eni -> eni.privateIpAddresses().size())
                        .sum())
                .isEqualTo(addresses.size());
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void accounts_haveNoViolations_andGoThroughBothFormsOfText(Group group) {
        Reading reading = group.read();
        assertThat(reading.check(RULES).findings()).isEmpty();
        assertThat(PlanText.read(PlanText.write(reading.plan()))).isEqualTo(reading.plan());
        assertThat(PlanReader.create()
                        .read(Source.of("again", DescribeJson.write(reading.plan())))
                        .plan())
                .isEqualTo(reading.plan());
    }

    @ParameterizedTest
    @MethodSource("wholeAccounts")
    void overlap_isFound(Group group) {
        List<Map<String, Object>> documents = group.documents();
        List<Map<String, Object>> subnets = documents.stream()
                .flatMap(document -> Json.list(document, "Subnets").stream())
                .toList();
        Map<String, Object> one = subnets.get(0);
        Map<String, Object> other = subnets.stream()
                .filter(each -> !each.equals(one) && Json.get(each, "VpcId").equals(Json.get(one, "VpcId")))
                .findFirst()
                .orElseThrow();
        other.put("CidrBlock", Json.get(one, "CidrBlock"));
        assertThat(faults(documents)).contains("subnet.cidr.overlap");
    }

    @ParameterizedTest
    @MethodSource("wholeAccounts")
    void reservedAddress_isFound(Group group) {
        List<Map<String, Object>> documents = group.documents();
        Map<String, Object> eni = attached(documents);
        Subnet subnet =
                group.read().plan().subnet(Json.get(eni, "SubnetId").toString()).orElseThrow();
        String reserved = subnet.cidrBlock().orElseThrow().nth(3).toString();
        eni.put("PrivateIpAddress", reserved);
        assertThat(faults(documents)).contains("eni.ipv4.reserved", "read.contradiction");
        Json.list(eni, "PrivateIpAddresses").get(0).put("PrivateIpAddress", reserved);
        assertThat(faults(documents)).contains("eni.ipv4.reserved");
    }

    /** Finds an interface that is attached to an instance that was read. */
    private static Map<String, Object> attached(List<Map<String, Object>> documents) {
        Set<Object> known = new HashSet<>();
        instances(documents).forEach(each -> known.add(Json.get(each, "InstanceId")));
        return enis(documents).stream()
                .filter(eni -> eni.containsKey("Attachment"))
                .filter(eni -> known.contains(Json.child(eni, "Attachment").getOrDefault("InstanceId", "none")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> instanceOf(Map<String, Object> eni, List<Map<String, Object>> documents) {
        Object id = Json.get(Json.child(eni, "Attachment"), "InstanceId");
        return instances(documents).stream()
                .filter(each -> Objects.equals(Json.get(each, "InstanceId"), id))
                .findFirst()
                .orElseThrow();
    }

    /** Makes another interface of one, with the next free address and a device index. */
    private static Map<String, Object> copy(Map<String, Object> eni, Group group, int index) {
        Subnet subnet =
                group.read().plan().subnet(Json.get(eni, "SubnetId").toString()).orElseThrow();
        String address = subnet.cidrBlock().orElseThrow().nth(-2 - index).toString();
        Map<String, Object> copy = new LinkedHashMap<>(eni);
        copy.put("NetworkInterfaceId", "eni-copy" + index);
        copy.put("MacAddress", "02:00:00:00:00:0" + index);
        copy.put("PrivateIpAddress", address);
        copy.put("PrivateIpAddresses", List.of(Map.of("Primary", true, "PrivateIpAddress", address)));
        copy.remove("Association");
        Map<String, Object> attachment = new LinkedHashMap<>(Json.child(eni, "Attachment"));
        attachment.put("AttachmentId", "eni-attach-copy" + index);
        attachment.put("DeviceIndex", index);
        copy.put("Attachment", attachment);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("wholeAccounts")
    void fourthInterface_onAnM5Large_isFound(Group group) {
        List<Map<String, Object>> documents = group.documents();
        Map<String, Object> eni = attached(documents);
        instanceOf(eni, documents).put("InstanceType", "m5.large");
        List<Map<String, Object>> list = listWith(eni, documents);
        int attached = group.read()
                .plan()
                .enisOf(Json.get(Json.child(eni, "Attachment"), "InstanceId").toString())
                .size();
        for (int index = attached; index < 3; index++) {
            list.add(copy(eni, group, index));
        }
        assertThat(faults(documents)).doesNotContain("limits.interfaces");
        list.add(copy(eni, group, 3));
        assertThat(faults(documents)).contains("limits.interfaces");
    }

    private static List<Map<String, Object>> listWith(Map<String, Object> eni, List<Map<String, Object>> documents) {
        return documents.stream()
                .map(document -> Json.list(document, "NetworkInterfaces"))
                .filter(list -> list.contains(eni))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("wholeAccounts")
    void deviceIndex_usedTwice_isFound(Group group) {
        List<Map<String, Object>> documents = group.documents();
        Map<String, Object> eni = attached(documents);
        int index = (Integer) Json.get(Json.child(eni, "Attachment"), "DeviceIndex");
        listWith(eni, documents).add(copy(eni, group, index));
        assertThat(faults(documents)).contains("eni.attach.index-used");
    }

    @ParameterizedTest
    @MethodSource("wholeAccounts")
    void otherZone_isFound_whereverItIsStated(Group group) {
        List<Map<String, Object>> ofEni = group.documents();
        attached(ofEni).put("AvailabilityZone", "eu-west-1z");
        assertThat(faults(ofEni)).contains("eni.attach.zone");

        List<Map<String, Object>> ofInstance = group.documents();
        Json.child(instanceOf(attached(ofInstance), ofInstance), "Placement").put("AvailabilityZone", "eu-west-1z");
        assertThat(faults(ofInstance)).contains("eni.attach.zone");

        List<Map<String, Object>> ofSubnet = group.documents();
        Object subnet = attached(ofSubnet).get("SubnetId");
        ofSubnet.stream()
                .flatMap(document -> Json.list(document, "Subnets").stream())
                .filter(each -> Json.get(each, "SubnetId").equals(subnet))
                .forEach(each -> each.put("AvailabilityZone", "eu-west-1z"));
        assertThat(faults(ofSubnet)).contains("eni.attach.zone");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFile_isRead_andItsFindingsCanBeWritten(Source source) {
        Reading reading = PlanReader.create().read(source);
        Findings findings = reading.check(RULES);
        assertThat(findings.toString()).isNotEmpty();
        assertThat(Json.object(findings.toJson())).containsKey("findings");
        assertThat(Json.object(findings.toSarif())).containsEntry("version", "2.1.0");
        assertThat(PlanText.read(PlanText.write(reading.plan()))).isEqualTo(reading.plan());
        assertThat(reading.plan().resources())
                .allSatisfy(each -> assertThat(reading.originOf(each.resourceId()))
                        .hasValueSatisfying(origin -> assertThat(origin.file()).isEqualTo(source.toString())));
    }

    /** Every resource that a template declares is in the plan, or is said to be left out. */
    @ParameterizedTest
    @MethodSource("templates")
    void templates_haveAsManyResourcesAsPlainJson(Source source) {
        Map<String, Object> document = jsonOf(source);
        Reading reading = PlanReader.create().read(source);
        Map<String, Object> resources = Json.child(document, "Resources");
        assertThat(count(resources, reading, "AWS::EC2::VPC"))
                .isEqualTo(reading.plan().vpcs().size());
        assertThat(count(resources, reading, "AWS::EC2::Subnet"))
                .isEqualTo(reading.plan().subnets().size());
        assertThat(count(resources, reading, "AWS::EC2::Instance"))
                .isEqualTo(reading.plan().instances().size());
        assertThat(count(resources, reading, "AWS::EC2::EIP"))
                .isEqualTo(reading.plan().elasticIps().size());
        assertThat(count(resources, reading, "AWS::EC2::NetworkInterface"))
                .isEqualTo(reading.plan().enis().stream()
                        .map(Eni::id)
                        .filter(id -> !id.toString().contains("/"))
                        .count());
    }

    private static long count(Map<String, Object> resources, Reading reading, String type) {
        return resources.keySet().stream()
                .filter(name -> Json.get(Json.child(resources, name), "Type").equals(type))
                .filter(name -> reading.leftOut().stream()
                        .noneMatch(each -> each.name().orElseThrow().equals(name)))
                .count();
    }

    @ParameterizedTest
    @MethodSource("terraformPlans")
    void terraformPlans_haveAsManyResourcesAsPlainJson(Source source) {
        Map<String, Object> document = jsonOf(source);
        NetworkPlan plan = PlanReader.create().read(source).plan();
        Map<String, Object> root = Json.child(Json.child(document, "planned_values"), "root_module");
        assertThat(countPlanned(root, "aws_vpc")).isEqualTo(plan.vpcs().size());
        assertThat(countPlanned(root, "aws_subnet")).isEqualTo(plan.subnets().size());
        assertThat(countPlanned(root, "aws_instance"))
                .isEqualTo(plan.instances().size());
        assertThat(countPlanned(root, "aws_eip")).isEqualTo(plan.elasticIps().size());
    }

    private static long countPlanned(Map<String, Object> module, String type) {
        return Json.list(module, "resources").stream()
                        .filter(each -> Json.get(each, "type").equals(type))
                        .count()
                + Json.list(module, "child_modules").stream()
                        .mapToLong(child -> countPlanned(child, type))
                        .sum();
    }

    private static Map<String, Object> jsonOf(Source source) {
        String name = source.toString();
        if (!name.endsWith(".json")) {
            return Map.of();
        }
        return Json.object(name.startsWith("/") ? SampleFolder.text(Path.of(name)) : Samples.text(name));
    }

    @Test
    void subnets_thatMove_areNamed() {
        String text = Samples.text("template/shop.yaml");
        String moved = text.replace("MapPublicIpOnLaunch: true", "Tags: [{Key: Name, Value: shop/front}]")
                .replace("[0, !Cidr", "[2, !Cidr");
        NetworkPlan before =
                PlanReader.create().read(Source.of("before.yaml", text)).plan();
        NetworkPlan after =
                PlanReader.create().read(Source.of("after.yaml", moved)).plan();
        assertThat(SubnetMove.between(before, after))
                .extracting(SubnetMove::toString)
                .containsExactly("shop/front: 10.40.0.0/24 -> 10.40.2.0/24");
        assertThat(SubnetMove.between(before, before)).isEmpty();
    }

    /** CDK's templates of one stack, for two and for three zones, where there are any. */
    @TestFactory
    Stream<DynamicTest> realTemplates_ofTwoAndThreeZones_showTheMovedSubnetsByName() {
        List<Path> stacks = SampleFolder.files("cloudformation").stream()
                .filter(file -> file.toString().contains("generated-cdk"))
                .toList();
        return stacks.size() < 2
                ? Stream.empty()
                : Stream.of(DynamicTest.dynamicTest("generated-cdk", () -> {
                    NetworkPlan two = PlanReader.create().read(stacks.get(0)).plan();
                    NetworkPlan three = PlanReader.create().read(stacks.get(1)).plan();
                    assertThat(SubnetMove.between(two, three))
                            .extracting(SubnetMove::toString)
                            .containsExactly(
                                    "NetStack/Vpc/appSubnet1: 10.20.2.0/24 -> 10.20.3.0/24",
                                    "NetStack/Vpc/appSubnet2: 10.20.3.0/24 -> 10.20.4.0/24");
                }));
    }
}
