package io.enikit.examples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the snippets of the Javadoc take for granted, so that they need not repeat it. */
final class Given {
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(.*@ForAll.*? (\\w+) \\w+\\)");

    private static final String PLAN = """
            NetworkPlan plan = NetworkPlanner.create()
                    .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("web", "eu-west-1a", 24))
                    .instance("app-1", "m5.large", i -> i.primaryEni("web").secondaryEni("web"))
                    .instance("app-2", "m5.large", i -> i.primaryEni("web"))
                    .plan();
            """;

    private static final String FAILOVER = """
            NetworkPlan before = plan;
            NetworkPlan after = Ec2.enforcing(Ec2Rules.standard())
                    .apply(plan, DetachEni.of("app-1/eth1"), AttachEni.of("app-1/eth1", "app-2", 1))
                    .orElseThrow();
            """;

    private static final String MINE = """
            static final Mine mine = new Mine();
            static class Mine {
                NetworkPlan addSubnet(NetworkPlan plan) {
                    return plan;
                }
                NetworkPlan attach(NetworkPlan plan, Operation call) {
                    Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
                    return ec2.apply(plan, call) instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
                }
            }
            """;

    private Given() {}

    /** Returns the statements that stand before a snippet. */
    static String statementsFor(String place, String snippet) {
        return switch (place) {
            case "operations/package-info.java",
                    "insight/Deletion.java",
                    "insight/package-info.java",
                    "capacity/ZoneRoom.java" -> PLAN;
            case "capacity/NodeRoom.java", "capacity/SecondaryBlock.java" -> PLAN + """
                    InstanceLimits m5 = InstanceTypes.bundled().limits("m5.large");
                    Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard());
                    """;
            case "ipam/LayoutFormat.java" -> """
                    CidrLayout layout = CidrLayout.empty(Cidr.parse("10.0.0.0/16")).plan(Map.of("web", 24));
                    """;
            case "diagram/package-info.java",
                    "diagram/AddressMap.java",
                    "diagram/ChangeMap.java",
                    "diagram/MermaidDiagram.java",
                    "diagram/SvgDiagram.java",
                    "diagram/TextDiagram.java",
                    "insight/Transition.java" -> PLAN + FAILOVER;
            case "model/PlanNames.java" -> """
                    NetworkPlan plan = PlanText.read("eni-plan 1\\ninstance app-1 instanceType=m5.large\\n"
                            + "eni eni-1 subnet=web tag:Name=front%20door\\nend\\n");
                    """;
            case "model/PlanDiff.java" -> """
                    NetworkPlan before = PlanText.read("eni-plan 1\\neni e1 subnet=web privateIpAddresses=10.0.0.10*\\nend\\n");
                    NetworkPlan after = PlanText.read(
                            "eni-plan 1\\neni e1 subnet=web privateIpAddresses=10.0.0.10*,10.0.0.11\\nend\\n");
                    """;
            case "rules/package-info.java" -> !snippet.contains("check(plan)") ? "" : """
                    NetworkPlan plan = PlanText.read("eni-plan 1\\nvpc main cidrBlocks=10.0.0.0/16\\ngroup web vpc=main\\n"
                            + "subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24\\n"
                            + "eni app-1/eth1 subnet=a groups=web privateIpAddresses=10.0.0.3*\\nend\\n");
                    """;
            case "capacity/NodeAddresses.java" -> """
                    NetworkPlan plan = NetworkPlanner.create()
                            .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("pods", "eu-west-1a", 24))
                            .instance("node", "m5.large", i -> i.primaryEni("pods"))
                            .plan();
                    Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
                    """;
            case "capacity/SubnetBlocks.java" -> """
                    NetworkPlan plan = NetworkPlanner.create()
                            .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("web", "eu-west-1a", 24))
                            .plan();
                    InstanceLimits limits = InstanceTypes.bundled().limits("m5.large");
                    """;
            case "testkit/EniAssertions.java" -> """
                    NetworkPlan plan = ValidPlans.standard().plan(42);
                    NetworkPlan broken = BrokenPlans.of("eni.attach.zone").plan(42);
                    Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
                    NetworkPlan before = NetworkPlanner.create()
                            .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("web", "eu-west-1a", 24))
                            .instance("app", "m5.large", app -> app.primaryEni("web"))
                            .plan();
                    Operation create = CreateEni.of("app/eth1", "web");
                    NetworkPlan after = ec2.apply(before, create).orElseThrow();
                    CidrLayout previous = CidrLayout.empty(Cidr.parse("10.0.0.0/16")).plan(Map.of("web", 24));
                    CidrLayout layout = previous.plan(Map.of("web", 24, "db", 24));
                    """;
            case "testkit/OperationSequences.java" -> "RuleSet rules = Ec2Rules.standard().and(LimitRules.bundled());";
            default -> "";
        };
    }

    /** Returns the members of the class that a snippet stands in. */
    static String membersFor(String place) {
        return place.startsWith("testkit/") ? MINE : "";
    }

    /** Returns a call of a property, with an argument made up by seed. */
    static String callOf(String property) {
        Matcher method = METHOD.matcher(property);
        if (!method.find()) {
            throw new IllegalArgumentException(property + ": expected a method with one argument");
        }
        String argument = method.group(2).equals("NetworkPlan")
                ? "ValidPlans.standard().plan(42)"
                : "OperationSequences.all().sequence(42)";
        return "import static io.enikit.testkit.EniAssertions.assertThat;\nnew Snippets()." + method.group(1) + "("
                + argument + ");";
    }
}
