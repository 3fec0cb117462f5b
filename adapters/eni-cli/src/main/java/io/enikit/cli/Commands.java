package io.enikit.cli;

/** The commands by name. The class of a command is loaded when it is used, and so are the libraries that it uses. */
final class Commands {
    static final String CHECK = "Checks files against EC2's rules and the limits of instance types.";
    static final String DRAW = "Draws a network: as text, as SVG, or as Mermaid for a page.";
    static final String DIFF = "Shows what is different between two states of a network.";
    static final String APPLY =
            "Applies calls of the EC2 API to a network, with EC2's answers; nothing leaves this machine.";
    static final String WHO = "Shows whose network interfaces are, and what says so.";
    static final String BLOCKS = "Shows what stands in the way of deleting something, in the order in which it can go.";
    static final String LEAKS = "Shows what nothing uses: network interfaces, security groups and Elastic IPs.";
    static final String ROOM =
            "Shows where nodes, a load balancer and an endpoint would find a place, and what runs out first.";
    static final String TYPES = "Shows how many interfaces and addresses instance types allow.";
    static final String PODS = "Counts the pods that instances hold with the VPC CNI, and shows how.";
    static final String LAYOUT = "Gives blocks to names and keeps them in a lock file: what stands stays where it is.";
    static final String POOL = "Allocates blocks from a pool that is kept in a file and may be shared by processes.";
    static final String SERVE =
            "Serves an EC2 on the loopback address that refuses what EC2 refuses; it ends on a signal.";
    static final String COMPLETION = "Prints a script with which bash and zsh complete commands and options.";

    /** What the commands do, in the order in which they are listed. */
    static final String[][] ALL = {
        {"check", CHECK},
        {"draw", DRAW},
        {"diff", DIFF},
        {"apply", APPLY},
        {"who", WHO},
        {"blocks", BLOCKS},
        {"leaks", LEAKS},
        {"room", ROOM},
        {"types", TYPES},
        {"pods", PODS},
        {"layout", LAYOUT},
        {"pool", POOL},
        {"serve", SERVE},
        {"completion", COMPLETION},
    };

    private static final int WIDTH = 12;

    private Commands() {}

    static boolean contains(String name) {
        for (String[] each : ALL) {
            if (each[0].equals(name)) {
                return true;
            }
        }
        return false;
    }

    static String names() {
        StringBuilder names = new StringBuilder();
        for (String[] each : ALL) {
            names.append(names.length() == 0 ? "" : ", ").append(each[0]);
        }
        return names.toString();
    }

    /** Returns the list of the commands for the help, a line each. */
    static String list() {
        StringBuilder list = new StringBuilder("Commands:\n");
        for (String[] each : ALL) {
            list.append("  ").append(each[0]);
            list.append(" ".repeat(WIDTH - each[0].length())).append(each[1]).append('\n');
        }
        return list.toString();
    }

    static Object make(String name, Streams streams) {
        return switch (name) {
            case "check" -> new CheckCommand(streams);
            case "draw" -> new DrawCommand(streams);
            case "diff" -> new DiffCommand(streams);
            case "apply" -> new ApplyCommand(streams);
            case "who" -> new WhoCommand(streams);
            case "blocks" -> new BlocksCommand(streams);
            case "leaks" -> new LeaksCommand(streams);
            case "room" -> new RoomCommand(streams);
            case "types" -> new TypesCommand(streams);
            case "pods" -> new PodsCommand(streams);
            case "layout" -> new LayoutCommand(streams);
            case "pool" -> new PoolCommand(streams);
            case "serve" -> new ServeCommand(streams);
            case "completion" -> new CompletionCommand(streams);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
