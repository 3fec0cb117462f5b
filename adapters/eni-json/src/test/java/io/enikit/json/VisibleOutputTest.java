package io.enikit.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.capacity.SubnetBlocks;
import io.enikit.diagram.AddressMap;
import io.enikit.diagram.ChangeMap;
import io.enikit.diagram.MermaidDiagram;
import io.enikit.diagram.SlotGrid;
import io.enikit.diagram.SvgDiagram;
import io.enikit.diagram.TextDiagram;
import io.enikit.internal.VisibleText;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PlanText;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.TagResource;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever things are called, an output is as many lines as it has parts, and all of it is seen. */
class VisibleOutputTest {
    /** Without those that judge names: how many violations there are is not to depend on the name. */
    private static final RuleSet RULES = Ec2Rules.standard()
            .without("eni.description")
            .without("group.name")
            .without("tags")
            .and(LimitRules.bundled());

    /** What gives the characters around it another shape stays in pictures, where it cannot hide. */
    private static final String JOINERS = "\u200c\u200d\ufe0e\ufe0f";

    /** What a picture is made of; all else in it that begins so would be somebody else's. */
    private static final Pattern TAG_OR_ENTITY = Pattern.compile(
            "</?(?:svg|title|desc|style|defs|pattern|rect|path|text)(?=[ >/])|&(?:amp|lt|gt|quot|#[0-9]+);");

    private static final String TAME = "name";

    static List<String> names() {
        return EvilNames.all();
    }

    @Test
    void names_areAHundred() {
        assertThat(names()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("names")
    void outputs_ofAnyName_areSeenAndHaveTheirLines(String name) {
        Map<String, String> tame = outputs(TAME);
        Map<String, String> evil = outputs(name);
        assertThat(evil).hasSameSizeAs(tame);
        evil.forEach((what, text) -> {
            assertThat(text.codePoints()
                            .filter(each -> each != '\n' && VisibleText.isHidden(each))
                            .filter(each -> !isPicture(text) || JOINERS.indexOf(each) < 0))
                    .as("hidden in %s of %s: %s", what, VisibleText.of(name), VisibleText.of(text))
                    .isEmpty();
            assertThat(text.lines().map(String::strip).filter(line -> line.matches("::[a-z-]+.*::.*")))
                    .as("commands in %s", what)
                    .isEmpty();
            assertThat(text).as("commands in %s", what).doesNotContain("##[", "##vso[");
            if (!what.startsWith("wrapped ")) {
                assertThat(text.lines().count())
                        .as("lines of %s: %s", what, text)
                        .isEqualTo(requireNonNull(tame.get(what), what).lines().count());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void pictures_ofAnyName_areXmlOfTheirOwn(String name) {
        outputs(name).forEach((what, text) -> {
            if (text.startsWith("<svg")) {
                assertThat(TAG_OR_ENTITY.matcher(text).replaceAll("")).as(what).doesNotContain("<", "&");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void json_ofAnyName_comesBackEqualAndFitsIntoAPage(String name) {
        NetworkPlan plan = plan(name);
        String json = DescribeJson.write(plan);
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        assertThat(encoder.canEncode(json)).isTrue();
        assertThat(json).doesNotContain("<", ">", "&");
        assertThat(PlanReader.create().read(Source.of("x", json)).plan()).isEqualTo(plan);
        assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
    }

    private static boolean isPicture(String text) {
        return text.startsWith("<svg") || text.startsWith("%%{init");
    }

    private static NetworkPlan plan(String name) {
        Vpc vpc = Vpc.builder()
                .id(name)
                .addCidrBlock("10.0.0.0/16")
                .putTag("Name", name)
                .putTag("k" + name, "v" + name)
                .build();
        Subnet subnet = Subnet.builder()
                .id(name)
                .vpcId(name)
                .availabilityZone(name)
                .cidrBlock("10.0.0.0/24")
                .putTag("Name", name)
                .build();
        SecurityGroup group = SecurityGroup.builder()
                .id(name)
                .vpcId(name)
                .groupName(name)
                .description(name)
                .build();
        Instance instance = Instance.builder()
                .id(name)
                .instanceType(name)
                .putTag("Name", name)
                .build();
        Eni eni = Eni.builder()
                .id(name)
                .subnetId(name)
                .description(name)
                .addPrivateIpAddress(new EniAddress(IpAddress.parse("10.0.0.9"), true))
                .addSecurityGroup(SecurityGroupId.of(name))
                .attachment(Attachment.builder().instanceId(name).deviceIndex(0).build())
                .putTag("Name", name)
                .build();
        Eni stray = Eni.builder()
                .id(name + "2")
                .subnetId(name + "3")
                .addSecurityGroup(SecurityGroupId.of(name + "4"))
                .addPrivateIpAddress(new EniAddress(IpAddress.parse("10.0.0.9"), true))
                .build();
        ElasticIp elasticIp = ElasticIp.builder().id(name).putTag("Name", name).build();
        return NetworkPlan.builder()
                .put(vpc)
                .put(subnet)
                .put(group)
                .put(instance)
                .put(eni)
                .put(stray)
                .put(elasticIp)
                .build();
    }

    private static Map<String, String> outputs(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        NetworkPlan plan = plan(name);
        NetworkPlan after = plan.toBuilder()
                .put(Subnet.builder()
                        .id(name + "9")
                        .vpcId(name)
                        .availabilityZone(name)
                        .cidrBlock("10.0.0.0/25")
                        .build())
                .build();
        core(all, name, plan, after);
        pictures(all, name, plan, after);
        ipam(all, name);
        files(all, name, after);
        return all;
    }

    private static void core(Map<String, String> all, String name, NetworkPlan plan, NetworkPlan after) {
        int number = 0;
        for (Resource each : plan.resources().toList()) {
            all.put("resource " + number++, each.toString());
        }
        all.put("plan", plan.toString());
        all.put("text of a plan", PlanText.write(plan));
        all.put("difference", PlanDiff.between(plan, after).toString());
        all.put("report", RULES.check(after).toString());
        number = 0;
        for (Violation each : RULES.check(after).violations()) {
            all.put("violation " + number, each.toString());
            all.put("message " + number, each.message());
            all.put("hint " + number++, each.hint());
        }
        all.put("invalid plan", message(() -> RULES.check(after).orElseThrow()));
        Ec2 ec2 = Ec2.enforcing(RULES);
        ApplyResult accepted =
                ec2.apply(plan, CreateVpc.of(name + "5", "10.1.0.0/16"), TagResource.of(VpcId.of(name), name, name));
        all.put("accepted", accepted.toString());
        ApplyResult refused = ec2.apply(plan, AttachEni.of(name, name, 1));
        all.put("refused", refused.toString());
        all.put("refused call", message(refused::orElseThrow));
        all.put("missing", ec2.apply(plan, DeleteEni.of(name + "6")).toString());
        all.put("zone", ec2.apply(plan, CreateSubnet.of(name + "7", name, name)).toString());
        all.put("operation", AttachEni.of(name, name, 1).toString());
        all.put("creation", CreateSubnet.of(name + "7", name, name).toString());
        all.put("wrapped faults of a plan", message(() -> PlanText.read("eni-plan 1\nvpc " + name + " x=y\nend\n")));
        all.put("address", message(() -> IpAddress.parse(name)));
        all.put("type", message(() -> InstanceTypes.bundled().limits(name)));
    }

    private static void pictures(Map<String, String> all, String name, NetworkPlan plan, NetworkPlan after) {
        all.put("text picture", TextDiagram.of(plan).toString());
        all.put("text pictures", TextDiagram.between(plan, after).toString());
        all.put("mermaid", MermaidDiagram.of(plan).toString());
        AddressMap map = AddressMap.of(plan, VpcId.of(name)).orElseThrow();
        ChangeMap changes = ChangeMap.between(plan, after);
        SlotGrid.Slot slot = SlotGrid.Slot.of(0, 0, Optional.of(EniId.of(name)), 1, OptionalInt.of(2));
        all.put("address map", map.toString());
        all.put("change map", changes.toString());
        all.put("grid", SlotGrid.of(List.of(slot)).toString());
        all.put("wrapped svg of an address map", SvgDiagram.of(map).toString());
        all.put("wrapped svg of changes", SvgDiagram.of(changes).toString());
        all.put(
                "wrapped svg of slots",
                SvgDiagram.of(SlotGrid.of(List.of(slot))).toString());
    }

    private static void ipam(Map<String, String> all, String name) {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/28"));
        AllocationResult result = pool.allocate(name, name, 29);
        CidrPool used =
                CidrPool.read(pool.allocate(name, name, 29).orElseThrow().pool().write());
        all.put("allocation", result.toString());
        all.put("pool", used.toString());
        all.put("text of a pool", used.write());
        all.put("full pool", used.allocate(name + "2", 27).toString());
        all.put(
                "refused block",
                used.allocate(name + "2", Cidr.parse("10.0.0.0/29")).toString());
        all.put(
                "refused allocation",
                message(() ->
                        used.allocate(name + "2", Cidr.parse("10.0.0.0/29")).orElseThrow()));
        all.put("use", used.explain(IpAddress.parse("10.0.0.1")).toString());
        all.put(
                "batch",
                used.allocateAll(Map.of(name + "3", 29, name + "4", 28)).toString());
        CidrLayout layout = CidrLayout.empty(Cidr.parse("10.0.0.0/24")).plan(Map.of(name, 25, name + "2", 24));
        all.put("layout", layout.toString());
        all.put("text of a layout", layout.write());
        all.put("impossible", layout.impossible().toString());
        all.put("impossible layout", message(layout::orElseThrow));
        all.put(
                "difference of layouts",
                layout.diffFrom(CidrLayout.empty(Cidr.parse("10.0.0.0/24"))).toString());
        all.put("missing in a layout", message(() -> layout.cidr(name + "9")));
        NetworkPlanner planner = NetworkPlanner.create()
                .vpc(
                        name,
                        "10.0.0.0/24",
                        vpc -> vpc.subnet(name, "eu-west-1a", 20).subnet(name + "2", "eu-west-1a", 25))
                .instance(name, "m5.large", instance -> instance.primaryEni(name + "3"));
        all.put("planning", planner.tryPlan().toString());
        all.put("refused planning", message(planner::plan));
        all.put("blocks", SubnetBlocks.of(plan(name), name).toString());
        all.put("damaged pool", message(() -> CidrPool.read("eni-pool 1\n" + name.replace("\n", "") + "\nend\n")));
        all.put(
                "damaged layout",
                message(() -> CidrLayout.read("eni-layout 1\n" + name.replace("\n", "") + "\nend\n")));
    }

    private static void files(Map<String, String> all, String name, NetworkPlan plan) {
        Reading reading = PlanReader.create().read(Source.of(name, DescribeJson.write(plan)));
        Findings findings = reading.check(RULES);
        all.put("reading", reading.toString());
        all.put("findings", findings.toString());
        all.put("sarif", findings.toSarif());
        all.put("json", findings.toJson());
        all.put("describe output", DescribeJson.write(plan));
        all.put("source", Source.of(name, "").toString());
        all.put(
                "unreadable",
                message(() -> PlanReader.create()
                        .read(Source.of(name, Map.of("Resources", Map.of(name, Map.of("Type", List.of())))))));
        all.put("missing key", message(() -> PlanReader.create().read(Source.of(name, "{}"))));
        Reading template = PlanReader.create()
                .read(Source.of(
                        name,
                        Map.of(
                                "Resources",
                                Map.of(
                                        name + "i",
                                        Map.of(
                                                "Type",
                                                "AWS::EC2::Instance",
                                                "Properties",
                                                Map.of("SubnetId", Map.of("Ref", name + "x")))))));
        all.put("unknown", template.unknowns().toString());
        all.put(
                "reader",
                PlanReader.create()
                        .withParameter(name, name)
                        .withAvailabilityZones(name)
                        .toString());
    }

    private static String message(Callable<?> call) {
        try {
            return "answer " + call.call();
        } catch (Exception e) {
            return e.toString();
        }
    }
}
