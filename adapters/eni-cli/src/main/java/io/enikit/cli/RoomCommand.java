package io.enikit.cli;

import io.enikit.capacity.AddressNeeds;
import io.enikit.capacity.NodePlacement;
import io.enikit.capacity.NodeRoom;
import io.enikit.capacity.SecondaryBlock;
import io.enikit.capacity.ZoneRoom;
import io.enikit.insight.AwsCommands;
import io.enikit.limits.InstanceLimits;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eni room}: where nodes, a load balancer and an endpoint would go. */
@Command(
        name = "room",
        mixinStandardHelpOptions = true,
        description = Commands.ROOM,
        footer = {
            "",
            "Examples:",
            "  eni room today/ --vpc main",
            "  eni room today/ --vpc main --nodes 30 --type m5.large --pods 20",
            "  eni room today/ --vpc main --nodes 30 --type m5.large --pods 110 --prefixes --zone-loss",
            "  eni room today/ --vpc main --nodes 300 --type m5.large --pods 29 --commands > block.sh",
            "",
            "Exit status: 0 if all nodes find a place, with --zone-loss also after the loss of any one zone;",
            "1 if not; 2 if a file cannot be read."
        })
final class RoomCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final Network network;

    @Option(
            names = "--vpc",
            paramLabel = "ID",
            description = "The VPC, by its id or its tag Name, if there are several.")
    private @Nullable String vpcName;

    @Option(names = "--nodes", paramLabel = "N", description = "How many nodes; 1 unless given.")
    private int nodes = 1;

    @Option(names = "--type", paramLabel = "TYPE", description = "The instance type of the nodes, such as m5.large.")
    private @Nullable String type;

    @Option(
            names = "--pods",
            paramLabel = "N",
            description = "How many pods a node runs, the two in the host's network included; none unless given.")
    private int pods;

    @Option(names = "--prefixes", description = "Pods have addresses of prefixes, instead of secondary addresses.")
    private boolean prefixes;

    @Option(
            names = "--zone-loss",
            description = "All nodes have to find a place after the loss of any one zone as well.")
    private boolean zoneLoss;

    @Option(
            names = "--commands",
            description =
                    "Prints only the commands of the AWS CLI that add a further block with subnets for the nodes.")
    private boolean commands;

    RoomCommand(Streams streams) {
        this.streams = streams;
        this.network = new Network(streams);
    }

    @Override
    public Integer call() {
        if (nodes < 1 || pods < 0) {
            throw new Failure((nodes < 1 ? "--nodes: " + nodes : "--pods: " + pods) + ": expected 1 or more");
        }
        NetworkPlan plan = network.plan();
        VpcId vpc = Selection.vpc(plan, vpcName);
        if (type == null) {
            if (commands) {
                throw new Failure("--commands: give the --type of the nodes as well");
            }
            printZones(plan, vpc);
            return Main.CLEAN;
        }
        InstanceLimits limits = network.limits(type);
        AddressNeeds needs = needs(limits);
        if (commands) {
            SecondaryBlock block = block(plan, vpc, needs)
                    .orElseThrow(() -> new Failure("VPC \"" + vpc + "\" can take no further block for them"));
            AwsCommands.of(block.operations()).forEach(streams::printWhole);
            return Main.CLEAN;
        }
        NodePlacement placement = NodeRoom.of(plan, vpc, limits, needs).place(nodes);
        NavigableMap<String, Integer> lost = placement.missingWithoutZone();
        streams.println("a node: " + needs);
        streams.println(placement);
        streams.print(placed(plan, vpc, placement));
        lost.forEach((zone, missing) -> streams.println(
                "without " + zone + ": " + (missing == 0 ? "all find a place" : missing + " find no place")));
        boolean fits =
                placement.missing() == 0 && (!zoneLoss || lost.values().stream().allMatch(missing -> missing == 0));
        if (!fits) {
            streams.println("a further block that would do: "
                    + block(plan, vpc, needs)
                            .map(SecondaryBlock::toString)
                            .orElse("there is none that EC2 would accept"));
        }
        printZones(plan, vpc);
        return fits ? Main.CLEAN : Main.FOUND;
    }

    private AddressNeeds needs(InstanceLimits limits) {
        if (pods == 0) {
            return AddressNeeds.ofOneInterface();
        }
        return (prefixes ? AddressNeeds.forPodsWithPrefixes(limits, pods) : AddressNeeds.forPods(limits, pods))
                .orElseThrow(() -> new Failure(limits.instanceType() + " holds fewer pods than " + pods
                        + "; see: eni pods " + limits.instanceType()));
    }

    /** Returns a block for all nodes, spread over the zones; with {@code --zone-loss}, over all zones but one. */
    private Optional<SecondaryBlock> block(NetworkPlan plan, VpcId vpc, AddressNeeds needs) {
        long zones = plan.subnetsOf(vpc).stream()
                .map(Subnet::availabilityZone)
                .distinct()
                .count();
        long spread = Math.max(1, zoneLoss ? zones - 1 : zones);
        return SecondaryBlock.forNodes(plan, vpc, (int) ((nodes + spread - 1) / spread), needs);
    }

    /** Returns a table of the subnets, with what is free before and after. */
    private static String placed(NetworkPlan plan, VpcId vpc, NodePlacement placement) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("subnet", "zone", "free", "nodes", "free then"));
        for (Subnet subnet : plan.subnetsOf(vpc)) {
            SubnetId id = subnet.id();
            rows.add(List.of(
                    id.toString(),
                    subnet.availabilityZone(),
                    Long.toString(plan.availableIpAddressCount(id)),
                    Integer.toString(placement.nodes().getOrDefault(id, 0)),
                    Long.toString(placement.after().availableIpAddressCount(id))));
        }
        return Columns.of(rows);
    }

    private void printZones(NetworkPlan plan, VpcId vpc) {
        streams.println("a load balancer: " + words(ZoneRoom.ofLoadBalancer(plan, vpc)));
        streams.println("an endpoint in every zone: " + words(ZoneRoom.ofEndpoint(plan, vpc)));
    }

    private static String words(ZoneRoom room) {
        return (room.isPossible() ? "" : "not possible; ") + room;
    }
}
