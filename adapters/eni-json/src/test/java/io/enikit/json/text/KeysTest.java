package io.enikit.json.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Place PLACE = Place.of("f");

    @Test
    void and_sameKeysInTheSameOrder_areShared() {
        Keys none = Keys.none();
        Keys first = keys(none, "a", "b");
        assertThat(keys(none, "b", "a")).isNotSameAs(first);
        assertThat(keys(none, "a", "b")).isSameAs(first);
        assertThat(keys(none, "a")).isNotSameAs(first);
    }

    @Test
    void and_keyThatIsThere_isNull() {
        Keys both = keys(Keys.none(), "a", "b");
        assertThat(both.and("a")).isNull();
        assertThat(both.and("b")).isNull();
        assertThat(both.and("c")).isNotNull();
        assertThat(both.and("a")).isNull();
    }

    @Test
    void and_emptyKey_isAKey() {
        Keys empty = keys(Keys.none(), "");
        assertThat(empty.and("")).isNull();
        assertThat(empty.with(List.of(Node.text("x", PLACE)))).containsOnlyKeys("");
    }

    @Test
    void with_values_isTheMapOfKeysToThem() {
        Node one = Node.text("1", PLACE);
        Node two = Node.text("2", PLACE);
        Map<String, Node> object = keys(Keys.none(), "b", "a").with(List.of(one, two));
        assertThat(object).containsExactly(entry("b", one), entry("a", two)).hasSize(2);
        assertThat(object.get("a")).isSameAs(two);
        assertThat(object.get("c")).isNull();
        assertThat(object.containsKey("b")).isTrue();
        assertThat(object.containsKey("c")).isFalse();
        assertThat(object).isEqualTo(Map.of("a", two, "b", one));
    }

    @Test
    void and_moreKeysThanThereIsRoomFor_isNull() {
        Keys none = Keys.none();
        int made = 0;
        while (none.and("key " + made) != null) {
            made++;
        }
        assertThat(made).isEqualTo(4_096);
        assertThat(none.and("key 0")).isNotNull();
        int length = 0;
        for (@Nullable Keys more = Keys.none(); more != null; more = more.and("key " + length)) {
            length++;
        }
        assertThat(length - 1).isEqualTo(128);
    }

    private static Keys keys(Keys none, String... keys) {
        Keys all = none;
        for (String each : keys) {
            all = requireNonNull(all.and(each));
        }
        return all;
    }
}
