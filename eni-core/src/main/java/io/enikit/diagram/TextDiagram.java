package io.enikit.diagram;

import static java.util.Objects.requireNonNull;

import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PlanId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan drawn as text: each availability zone a box, each instance a box in it, and its interfaces with what they have.
 *
 * <p>An instance stands in the zone it is in; so an interface that is attached across zones, which EC2 would refuse, is
 * drawn where its instance is, with its own zone beside it.
 *
 * <pre>{@code
 * System.out.println(TextDiagram.of(plan));
 * System.out.println(TextDiagram.between(before, after));
 * }</pre>
 */
public final class TextDiagram {
    private final Optional<NetworkPlan> before;
    private final NetworkPlan plan;
    private final BiFunction<NetworkPlan, InstanceId, Optional<SlotGrid>> slots;

    private TextDiagram(
            Optional<NetworkPlan> before,
            NetworkPlan plan,
            BiFunction<NetworkPlan, InstanceId, Optional<SlotGrid>> slots) {
        this.before = before;
        this.plan = plan;
        this.slots = slots;
    }

    /**
     * Draws a plan.
     *
     * @param plan the plan
     * @return the picture
     */
    public static TextDiagram of(NetworkPlan plan) {
        return new TextDiagram(Optional.empty(), requireNonNull(plan, "plan"), (in, id) -> Optional.empty());
    }

    /**
     * Draws two plans side by side, and below them what is different about resources that both have.
     *
     * <p>What both have stands in the same line. A sign in the margin says what has become of a line: {@code +} is there
     * after only, {@code -} before only, {@code ~} differs or has moved. MAC addresses, subnets and groups of interfaces
     * are left out of the boxes.
     *
     * @param before the first plan
     * @param after the second plan
     * @return the picture
     */
    public static TextDiagram between(NetworkPlan before, NetworkPlan after) {
        return new TextDiagram(
                Optional.of(requireNonNull(before, "before")),
                requireNonNull(after, "after"),
                (in, id) -> Optional.empty());
    }

    /**
     * Returns this picture with how many interfaces and addresses are used and left.
     *
     * @param slots gives the places of an instance, empty where its type is unknown; between two plans it is asked for
     *     both
     * @return the picture
     */
    public TextDiagram withSlots(Function<InstanceId, Optional<SlotGrid>> slots) {
        requireNonNull(slots, "slots");
        return withSlots((in, id) -> slots.apply(id));
    }

    /**
     * Returns this picture with how many interfaces and addresses are used and left.
     *
     * @param slots gives the places of an instance in a plan, empty where its type is unknown
     * @return the picture
     */
    public TextDiagram withSlots(BiFunction<NetworkPlan, InstanceId, Optional<SlotGrid>> slots) {
        return new TextDiagram(before, plan, requireNonNull(slots, "slots"));
    }

    /** {@return whether the other object draws the same} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextDiagram that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** {@return the picture, lines with a line feed between, none at the end} */
    @Override
    public String toString() {
        List<String> lines = before.isPresent()
                ? sideBySide(before.get())
                : new TextPlan(plan, slots, false).root().draw();
        return String.join("\n", lines);
    }

    private List<String> sideBySide(NetworkPlan old) {
        PlanDiff diff = PlanDiff.between(old, plan);
        Set<String> changed = diff.changed().stream()
                .map(PlanDiff.Change::id)
                .filter(id -> !id.equals(PlanId.of()))
                .map(PlanWords::name)
                .collect(Collectors.toSet());
        TextPair pair =
                new TextPair(new TextPlan(old, slots, true).root(), new TextPlan(plan, slots, true).root(), changed);
        List<String> lines = new ArrayList<>(pair.draw("before", "after"));
        if (!diff.changed().isEmpty()) {
            lines.add("");
            diff.changed().forEach(change -> lines.add(change.toString()));
        }
        return lines;
    }
}
