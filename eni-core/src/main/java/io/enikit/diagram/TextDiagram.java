package io.enikit.diagram;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
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
 * drawn where its instance is, with its own zone beside it. Names are those that {@link io.enikit.model.PlanNames} gives.
 * What interfaces and subnets name, and the plan lacks, is there with the words "not read".
 *
 * <pre>{@code
 * System.out.println(TextDiagram.of(plan));
 * System.out.println(TextDiagram.between(before, after));
 * }</pre>
 */
public final class TextDiagram {
    private static final int LEAST_WIDTH = 40;
    private static final String CONTINUED = "  ";
    private static final int[] LONGEST = {Integer.MAX_VALUE, 40, 28, 20, 14, 10};

    private final Optional<NetworkPlan> before;
    private final NetworkPlan plan;
    private final BiFunction<NetworkPlan, InstanceId, Optional<SlotGrid>> slots;
    private final int width;
    private final int atMost;
    private final boolean onlyChanges;

    private TextDiagram(
            Optional<NetworkPlan> before,
            NetworkPlan plan,
            BiFunction<NetworkPlan, InstanceId, Optional<SlotGrid>> slots,
            int width,
            int atMost,
            boolean onlyChanges) {
        this.before = before;
        this.plan = plan;
        this.slots = slots;
        this.width = width;
        this.atMost = atMost;
        this.onlyChanges = onlyChanges;
    }

    private static TextDiagram of(Optional<NetworkPlan> before, NetworkPlan plan) {
        return new TextDiagram(before, plan, (in, id) -> Optional.empty(), Integer.MAX_VALUE, Integer.MAX_VALUE, false);
    }

    /**
     * Draws a plan.
     *
     * @param plan the plan
     * @return the picture
     */
    public static TextDiagram of(NetworkPlan plan) {
        return of(Optional.empty(), requireNonNull(plan, "plan"));
    }

    /**
     * Draws two plans side by side, and below them says what is different.
     *
     * <p>What both have stands in the same line. A sign in the margin says what has become of a line: {@code +} is there
     * after only, {@code -} before only, {@code ~} differs or has moved. MAC addresses, subnets and groups of interfaces
     * are left out of the boxes. The sentences are those of {@link PlanDiff#sentences()}.
     *
     * @param before the first plan
     * @param after the second plan
     * @return the picture
     */
    public static TextDiagram between(NetworkPlan before, NetworkPlan after) {
        requireNonNull(before, "before");
        return of(Optional.of(before), requireNonNull(after, "after"));
    }

    /**
     * Returns this picture with lines that are no longer than a terminal or a page is wide.
     *
     * <p>Where it would be wider, it leaves out MAC addresses, subnets and groups of interfaces, and then ends long names
     * in an ellipsis. Sentences are broken between words. Without a width nothing is left out.
     *
     * @param columns how many columns a line takes at most, 40 or more
     * @return the picture
     * @throws IllegalArgumentException if it is less than 40
     */
    public TextDiagram withWidth(int columns) {
        checkArgument(columns >= LEAST_WIDTH, "expected %s columns or more: %s", LEAST_WIDTH, columns);
        return new TextDiagram(before, plan, slots, columns, atMost, onlyChanges);
    }

    /**
     * Returns this picture with the numbers of what is too much to look at.
     *
     * @param each how many subnets, instances and unattached interfaces are drawn in each zone, 0 or more; what a change
     *     affects is drawn beside them. Without a number all of them are drawn
     * @return the picture
     * @throws IllegalArgumentException if it is negative
     */
    public TextDiagram withAtMost(int each) {
        checkArgument(each >= 0, "expected 0 or more: %s", each);
        return new TextDiagram(before, plan, slots, width, each, onlyChanges);
    }

    /**
     * Returns this picture with what a change affects, and the numbers of the rest.
     *
     * @return the picture; one of a single plan shows all of it
     */
    public TextDiagram withOnlyChanges() {
        return new TextDiagram(before, plan, slots, width, atMost, before.isPresent());
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
        return new TextDiagram(before, plan, requireNonNull(slots, "slots"), width, atMost, onlyChanges);
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
        Optional<PlanDiff> diff = before.map(old -> PlanDiff.between(old, plan));
        TextChoice all = new TextChoice(
                before.isPresent(),
                Integer.MAX_VALUE,
                diff.map(each -> Affected.by(each, before.orElseThrow(), plan)),
                onlyChanges,
                atMost);
        List<String> drawn = draw(all, diff);
        for (int i = 0; i < LONGEST.length && !fits(drawn); i++) {
            drawn = draw(all.with(true, LONGEST[i]), diff);
        }
        List<String> lines = new ArrayList<>(drawn);
        lines.replaceAll(line -> all.with(true, width).clip(line));
        diff.filter(each -> !each.isEmpty()).ifPresent(each -> {
            lines.add("");
            each.sentences().forEach(sentence -> lines.addAll(broken(sentence)));
        });
        return String.join("\n", lines);
    }

    /** Breaks a sentence between words; a word that is longer than a line is left whole. */
    private List<String> broken(String sentence) {
        if (TextBox.width(sentence) <= width) {
            return List.of(sentence);
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : sentence.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (TextBox.width(longer) > width && !line.isBlank()) {
                lines.add(VisibleText.of(line));
                longer = CONTINUED + word;
            }
            line = longer;
        }
        lines.add(VisibleText.of(line));
        return lines;
    }

    private boolean fits(List<String> lines) {
        return lines.stream().allMatch(line -> TextBox.width(line) <= width);
    }

    private List<String> draw(TextChoice choice, Optional<PlanDiff> diff) {
        TextBox drawn = new TextPlan(plan, slots, choice).root();
        if (before.isEmpty()) {
            return drawn.draw();
        }
        Set<String> changed = diff.orElseThrow().changed().stream()
                .map(PlanDiff.Change::id)
                .filter(id -> !id.equals(PlanId.of()))
                .map(PlanWords::key)
                .collect(Collectors.toSet());
        TextPair pair = new TextPair(new TextPlan(before.get(), slots, choice).root(), drawn, changed);
        return pair.draw("before", "after");
    }
}
