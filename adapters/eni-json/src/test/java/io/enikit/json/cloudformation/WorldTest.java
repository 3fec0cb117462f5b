package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.ReadLimits;
import io.enikit.json.UnreadableException;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import io.enikit.json.text.Open;
import io.enikit.json.text.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One way in which conditions turn out, and what it costs to look at it. */
class WorldTest {
    private static final Place PLACE = Place.of("t").key("k");
    private static final Node NODE = Node.text("abc", PLACE);
    private static final Optional<String> NONE = Optional.empty();

    private static Budget budget() {
        return new Budget(ReadLimits.defaults());
    }

    private static World certain(Map<String, Optional<String>> given) {
        return World.usual(budget()).with(given, budget());
    }

    @Test
    void usualValue_decides_inAnyWorld() {
        assertThat(World.usual(budget()).decide("s", "a", Optional.of("a"))).contains(true);
        assertThat(World.usual(budget()).decide("s", "b", Optional.of("a"))).contains(false);
        assertThat(certain(Map.of()).decide("s", "a", Optional.of("a"))).contains(true);
    }

    @Test
    void withoutAUsualValue_onlyAWorldThatIsCertainDecides() {
        World usual = World.usual(budget());
        usual.allow("s", () -> List.of("a", "b"));
        assertThat(usual.decide("s", "a", NONE)).isEmpty();
        World certain = certain(Map.of());
        certain.allow("s", () -> List.of("a"));
        assertThat(certain.decide("s", "a", NONE)).contains(true);
        World other = certain(Map.of());
        other.allow("s", () -> List.of("a", "b"));
        assertThat(other.decide("s", "a", NONE)).contains(false);
        assertThat(other.usualValues()).isEqualTo(Map.of("s", Optional.of("b")));
    }

    @Test
    void givenValue_goesBeforeTheUsualOne() {
        World world = certain(Map.of("s", Optional.of("b"), "t", NONE));
        assertThat(world.decide("s", "a", Optional.of("a"))).contains(false);
        assertThat(world.decide("s", "b", Optional.of("a"))).contains(true);
        assertThat(world.decide("t", "a", Optional.of("a"))).contains(false);
        assertThat(world.usualValues()).isEmpty();
    }

    @Test
    void picks_areAskedFor_untilAllIsRead() {
        World world = certain(Map.of("g", Optional.of("x")));
        assertThat(world.pick("s", List.of("a", "b"), Optional.of("b"))).contains("b");
        assertThat(world.asked("s").literals()).containsExactly("a", "b");
        assertThat(world.pick("g", List.of("y"), Optional.of("y"))).contains("x");
        world.complete();
        assertThat(world.pick("s", List.of("c"), Optional.of("c"))).contains("b");
        assertThat(world.pick("g", List.of("c"), Optional.of("c"))).contains("x");
        assertThat(world.pick("u", List.of("c"), Optional.of("c"))).isEmpty();
        assertThat(world.asked("s").literals()).containsExactly("a", "b");
    }

    @Test
    void onceAllIsRead_onlyWhatWasAskedForIsDecided() {
        World world = certain(Map.of("g", Optional.of("x")));
        world.decide("s", "a", Optional.of("a"));
        world.complete();
        assertThat(world.decide("s", "b", Optional.of("a"))).contains(false);
        assertThat(world.decide("g", "x", NONE)).contains(true);
        assertThat(world.decide("u", "a", Optional.of("a"))).isEmpty();
    }

    @Test
    void conditionsDecidedBeforeAllIsRead_areNeeded() {
        World world = World.usual(budget());
        world.decided("A", true);
        world.complete();
        world.decided("B", false);
        assertThat(world.neededConditions()).containsExactly("A");
        assertThat(world.conditions()).isEqualTo(Map.of("A", true, "B", false));
    }

    @Test
    void refusal_isOfWorldsThatAreCertain_beforeAllIsRead() {
        World usual = World.usual(budget());
        usual.refuse();
        assertThat(usual.isRefused()).isFalse();
        World late = certain(Map.of());
        late.complete();
        late.refuse();
        assertThat(late.isRefused()).isFalse();
        World certain = certain(Map.of());
        certain.refuse();
        assertThat(certain.isRefused()).isTrue();
    }

    @Test
    void functions_areNestedTwoHundredLevelsDeepAtMost() {
        World world = World.usual(budget());
        for (int i = 0; i < 200; i++) {
            world.enter(NODE);
        }
        assertThat(world.steps()).isEqualTo(200);
        world.leave();
        assertThatCode(() -> world.enter(NODE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> world.enter(NODE))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("t: the functions of the template are nested, or lead to each other, more than 200 levels"
                        + " deep, or without end (path /k)");
    }

    @Test
    void steps_areTwoMillionAtMost() {
        World world = World.usual(budget());
        for (int i = 0; i < 2_000_000; i++) {
            world.step(NODE);
        }
        assertThat(world.steps()).isEqualTo(2_000_000);
        assertThatThrownBy(() -> world.step(NODE))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("t: the functions of the template lead to each other without end, or in more than 2000000"
                        + " steps (path /k)");
    }

    @Test
    void steps_lookWhetherTheReaderIsInterrupted() {
        World world = World.usual(budget());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            world.step(NODE);
                        }
                    })
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage("t: the thread that reads was interrupted (path /k)");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Asserts that a value that a function makes is charged with no more than a limit, and not with less. */
    private static void assertMade(Node value, ReadLimits enough, ReadLimits tooLittle) {
        assertThatCode(() -> World.usual(new Budget(enough)).made(value)).doesNotThrowAnyException();
        assertThatThrownBy(() -> World.usual(new Budget(tooLittle)).made(value))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void valuesThatFunctionsMake_areCharged() {
        ReadLimits limits = ReadLimits.defaults();
        Node object = Node.object(Map.of("a", NODE, "b", NODE), PLACE);
        assertMade(object, limits.withValues(2), limits.withValues(1));
        Node list = Node.list(List.of(NODE, NODE, NODE), PLACE);
        assertMade(list, limits.withValues(3), limits.withValues(2));
        assertMade(NODE, limits.withCharacters(3), limits.withCharacters(2));
        Node unknown = Node.open(Open.of("why", "${s}").withParts(List.of(NODE, NODE)), PLACE);
        assertMade(unknown, limits.withValues(3).withCharacters(7), limits.withValues(2));
        assertMade(unknown, limits.withCharacters(7), limits.withCharacters(6));
    }

    @Test
    void numbersThatFunctionsMake_areChargedAsOneValue() {
        World world = World.usual(new Budget(ReadLimits.defaults().withValues(1)));
        world.made(Node.number("5", PLACE));
        assertThatThrownBy(() -> world.made(Node.number("5", PLACE)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("t: there are more than 1 values");
    }
}
