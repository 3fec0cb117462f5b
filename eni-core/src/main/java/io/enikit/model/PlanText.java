package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import io.enikit.internal.FaultList;
import io.enikit.internal.SharedIds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Plans as text: a line for each resource, sorted, to keep, to compare and to use as golden files.
 *
 * <pre>
 * eni-plan 1
 * vpc main cidrBlocks=10.0.0.0/16
 * subnet web vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
 * eni eni-1 subnet=web privateIpAddresses=10.0.0.10*,10.0.0.11 tag:Name=front%20door
 * end
 * </pre>
 *
 * <p>What has its default is left out, a MAC address derived from the id included. {@code *} marks primary addresses.
 * Characters that would end a word are written as {@code %} and two hexadecimal digits, or {@code %u} and four. When
 * read, lines may stand in any order, and blank lines and those that start with {@code #} are skipped; the first line
 * and the last must be there, so that a text that was cut off is noticed.
 */
public final class PlanText {
    private static final String FIRST_LINE = "eni-plan 1";
    private static final String LAST_LINE = "end";
    private static final String DUPLICATE = "duplicate ";

    /** A line that is neither blank nor a comment. */
    private record Line(int number, String text) {}

    private PlanText() {}

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @return its text, each line ended by a line feed; equal plans have equal texts
     */
    public static String write(NetworkPlan plan) {
        requireNonNull(plan, "plan");
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        if (!plan.quotas().equals(Quotas.awsDefaults())) {
            text.append(QuotasLine.write(plan.quotas())).append('\n');
        }
        plan.resources().forEach(resource -> text.append(lineOf(resource)).append('\n'));
        plan.duplicates()
                .forEach(resource ->
                        text.append(DUPLICATE).append(lineOf(resource)).append('\n'));
        plan.subnetDemands()
                .forEach(demand -> text.append(SubnetDemandLine.write(demand)).append('\n'));
        return text.append(LAST_LINE).append('\n').toString();
    }

    static PlanLine.Writer lineOf(Resource resource) {
        return resource.match(
                VpcLine::write,
                SubnetLine::write,
                SecurityGroupLine::write,
                InstanceLine::write,
                EniLine::write,
                ElasticIpLine::write);
    }

    /**
     * Reads a plan.
     *
     * @param text the text of a plan
     * @return the plan, equal to the one that was written
     * @throws PlanTextException if anything in the text is wrong, with the first hundred faults
     */
    public static NetworkPlan read(CharSequence text) {
        FaultList faults = new FaultList();
        NetworkPlan.Builder plan = NetworkPlan.builder();
        Deque<Line> lines = new ArrayDeque<>();
        int number = 0;
        for (String line : Splitter.on('\n').split(requireNonNull(text, "text"))) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                lines.add(new Line(number, stripped));
            }
        }
        if (lines.isEmpty() || !lines.getFirst().text.equals(FIRST_LINE)) {
            faults.add("line " + (lines.isEmpty() ? 1 : lines.getFirst().number) + ": expected \"" + FIRST_LINE + "\"");
        } else {
            lines.removeFirst();
        }
        if (lines.isEmpty() || !lines.getLast().text.equals(LAST_LINE)) {
            faults.add("line " + number + ": expected \"" + LAST_LINE + "\" at the end: the text was cut off");
        } else {
            lines.removeLast();
        }
        SharedIds ids = new SharedIds();
        lines.forEach(line -> readLine(line, plan, ids, faults));
        if (!faults.isEmpty()) {
            throw new PlanTextException(faults.texts());
        }
        return plan.build();
    }

    private static void readLine(Line written, NetworkPlan.Builder plan, SharedIds ids, FaultList faults) {
        String text = written.text;
        boolean duplicate = text.startsWith(DUPLICATE);
        List<String> found = new ArrayList<>();
        PlanLine.Reader line = PlanLine.parse(duplicate ? text.substring(DUPLICATE.length()) : text, ids, found::add);
        if (line.kind().equals(QuotasLine.KIND)) {
            QuotasLine.read(line).ifPresent(plan::quotas);
        } else if (line.kind().equals(SubnetDemandLine.KIND) && !duplicate) {
            SubnetDemandLine.read(line).ifPresent(plan::addSubnetDemand);
        } else {
            readResource(line).ifPresent(resource -> add(resource, duplicate, plan, found));
        }
        found.forEach(fault -> faults.add("line " + written.number + ": " + fault));
    }

    private static void add(Resource resource, boolean duplicate, NetworkPlan.Builder plan, List<String> faults) {
        ResourceId id = resource.resourceId();
        if (duplicate && plan.contains(id)) {
            plan.add(resource);
        } else if (duplicate) {
            faults.add(
                    "the " + id.kind().word() + " \"" + id + "\" duplicates nothing: expected the first one above it");
        } else if (!plan.addIfNew(resource)) {
            faults.add("the " + id.kind().word() + " \"" + id
                    + "\" is there already: expected \"duplicate\" before all but the first");
        }
    }

    private static Optional<? extends Resource> readResource(PlanLine.Reader line) {
        return switch (line.kind()) {
            case VpcLine.KIND -> VpcLine.read(line);
            case SubnetLine.KIND -> SubnetLine.read(line);
            case SecurityGroupLine.KIND -> SecurityGroupLine.read(line);
            case InstanceLine.KIND -> InstanceLine.read(line);
            case EniLine.KIND -> EniLine.read(line);
            case ElasticIpLine.KIND -> ElasticIpLine.read(line);
            default -> {
                line.fault(
                        "\"" + line.kind() + "\" is no kind of resource: expected one of vpc, subnet, group, instance,"
                                + " eni, eip, quotas, demand");
                yield Optional.empty();
            }
        };
    }
}
