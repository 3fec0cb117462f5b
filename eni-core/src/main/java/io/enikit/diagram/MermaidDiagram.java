package io.enikit.diagram;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanNames;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a Mermaid flowchart: VPCs hold zones, zones hold subnets, subnets hold interfaces.
 *
 * <p>Names are those that {@link io.enikit.model.PlanNames} gives.
 *
 * <p>Where there are too many interfaces to look at, each subnet holds their number instead; where there are too many
 * subnets as well, each zone holds the number of both.
 *
 * <pre>{@code
 * Files.writeString(Path.of("plan.mmd"), MermaidDiagram.of(plan).toString());
 * MermaidDiagram numbers = MermaidDiagram.of(plan).withAtMost(2);
 * }</pre>
 */
public final class MermaidDiagram {
    private static final int AT_MOST = 60;

    /** Makes room for titles of two lines, which would be hidden by what is below them. */
    private static final String ROOM_FOR_TITLES =
            "%%{init: {\"flowchart\": {\"subGraphTitleMargin\": {\"top\": 2, \"bottom\": 26}}}}%%\n";

    private final NetworkPlan plan;
    private final int atMost;

    private MermaidDiagram(NetworkPlan plan, int atMost) {
        this.plan = plan;
        this.atMost = atMost;
    }

    /**
     * Draws a plan, one by one at most 60 interfaces and 60 subnets.
     *
     * @param plan the plan
     * @return the picture
     */
    public static MermaidDiagram of(NetworkPlan plan) {
        return new MermaidDiagram(requireNonNull(plan, "plan"), AT_MOST);
    }

    /**
     * Returns this picture with another size above which there are numbers instead.
     *
     * @param each how many interfaces, and how many subnets, are drawn one by one; 0 or more
     * @return the picture
     * @throws IllegalArgumentException if it is negative
     */
    public MermaidDiagram withAtMost(int each) {
        checkArgument(each >= 0, "expected 0 or more: %s", each);
        return new MermaidDiagram(plan, each);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MermaidDiagram that && plan.equals(that.plan) && atMost == that.atMost;
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, atMost);
    }

    /** {@return the flowchart, lines with a line feed at the end of each} */
    @Override
    public String toString() {
        return new Chart().draw();
    }

    private final class Chart {
        private final StringBuilder text = new StringBuilder(ROOM_FOR_TITLES + "flowchart TB\n");
        private final PlanNames names = PlanNames.of(plan);
        private int depth = 1;
        private int groups;
        private int nodes;

        String draw() {
            for (Vpc vpc : plan.vpcs()) {
                open("VPC " + names.nameOf(vpc.id()), PlanWords.blocksOf(vpc));
                addZones(plan.subnetsOf(vpc.id()));
                close();
            }
            plan.subnets().stream()
                    .map(Subnet::vpcId)
                    .filter(vpc -> plan.vpc(vpc).isEmpty())
                    .distinct()
                    .sorted()
                    .forEach(vpc -> {
                        open("VPC " + PlanWords.notRead(vpc), "");
                        addZones(plan.subnetsOf(vpc));
                        close();
                    });
            List<Eni> nowhere = plan.enis().stream()
                    .filter(eni -> plan.subnet(eni.subnetId()).isEmpty())
                    .toList();
            if (!nowhere.isEmpty()) {
                open("in no known subnet", "");
                addEnis(nowhere);
                close();
            }
            return text.toString();
        }

        private void addZones(Collection<Subnet> subnets) {
            Map<String, List<Subnet>> byZone = subnets.stream()
                    .collect(Collectors.groupingBy(Subnet::availabilityZone, TreeMap::new, Collectors.toList()));
            byZone.forEach((zone, inZone) -> {
                open(zone, "");
                if (plan.subnets().size() > atMost) {
                    List<Eni> enis = inZone.stream()
                            .flatMap(subnet -> plan.enisIn(subnet.id()).stream())
                            .toList();
                    node(PlanWords.count(inZone, "subnet"), numbers(enis));
                } else {
                    inZone.forEach(this::addSubnet);
                }
                close();
            });
        }

        private void addSubnet(Subnet subnet) {
            String blocks =
                    PlanWords.blocksOf(subnet).stream().map(Cidr::toString).collect(Collectors.joining(", "));
            open(names.nameOf(subnet.id()), blocks);
            addEnis(plan.enisIn(subnet.id()));
            close();
        }

        private void addEnis(Collection<Eni> enis) {
            if (plan.enis().size() <= atMost) {
                enis.stream()
                        .sorted(Comparator.comparing(Eni::id))
                        .forEach(eni -> node(
                                names.nameOf(eni.id()), PlanWords.whereabouts(eni, plan, names), firstAddress(eni)));
            } else if (!enis.isEmpty()) {
                node(numbers(enis));
            }
        }

        private static String firstAddress(Eni eni) {
            List<String> addresses = PlanWords.holdingsOf(eni);
            return addresses.isEmpty()
                    ? "no address"
                    : addresses.get(0) + (addresses.size() > 1 ? " and " + (addresses.size() - 1) + " more" : "");
        }

        private static String numbers(Collection<Eni> enis) {
            long instances = enis.stream()
                    .map(Eni::instanceId)
                    .flatMap(Optional::stream)
                    .distinct()
                    .count();
            return PlanWords.count(enis, "ENI")
                    + (instances == 0 ? "" : " of " + PlanWords.count(instances, "instance"));
        }

        private void open(String name, String blocks) {
            line("subgraph g" + groups++ + "[" + MermaidText.label(name, blocks) + "]");
            depth++;
        }

        private void close() {
            depth--;
            line("end");
        }

        private void node(String... lines) {
            line("n" + nodes++ + "[" + MermaidText.label(lines) + "]");
        }

        private void line(String line) {
            text.append("  ".repeat(depth)).append(line).append('\n');
        }
    }
}
