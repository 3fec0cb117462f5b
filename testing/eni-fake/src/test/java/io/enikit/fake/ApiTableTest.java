package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables fit together: actions, members, filters. */
class ApiTableTest {
    private static final Api API = Api.modelled();

    @Test
    void table_ofActions_holdsThoseThatAreListed() {
        assertThat(API.actionNames()).containsExactlyInAnyOrderElementsOf(Resources.lines("actions.txt"));
    }

    @Test
    void handlers_ofAllActions_exist() {
        assertThat(Kernel.actions()).containsExactlyInAnyOrderElementsOf(API.actionNames());
    }

    @Test
    void find_actionBeyondTheModelled_knowsItsShape() {
        assertThat(Api.find("DescribeImages").orElseThrow().request().has("ImageIds"))
                .isTrue();
        assertThat(Api.find("MakeCoffee")).isEmpty();
    }

    @Test
    void inputs_ofAllActions_areTreatedOneWayOrAnother() {
        Set<String> open = new TreeSet<>();
        for (String action : API.actionNames()) {
            leaves(action, "", API.action(action).orElseThrow().request(), Set.of(), open);
        }
        assertThat(open).isEmpty();
    }

    private static void leaves(String action, String above, Shape shape, Set<String> around, Set<String> open) {
        for (Member member : shape.members()) {
            String path = above + member.name();
            if (member.type() == Member.Type.STRUCTURE && !around.contains(member.shape())) {
                Set<String> deeper = new TreeSet<>(around);
                deeper.add(member.shape());
                leaves(action, path + ".", API.shape(member.shape()), deeper, open);
            } else if (Inputs.of(action, path).isEmpty()) {
                open.add(action + " " + path);
            }
        }
    }

    @Test
    void inputs_thatAreListed_areMembersOfTheApi() {
        Set<String> unknown = new TreeSet<>();
        Inputs.table().forEach((action, members) -> {
            if (!action.equals("*")) {
                Shape shape = API.action(action).orElseThrow().request();
                members.keySet().stream()
                        .filter(path -> !leads(shape, path))
                        .forEach(path -> unknown.add(action + " " + path));
            }
        });
        assertThat(unknown).isEmpty();
    }

    private static boolean leads(Shape from, String path) {
        Shape shape = from;
        for (String name : path.split("\\.", -1)) {
            if (!shape.has(name)) {
                return false;
            }
            Member member = shape.members().get(shape.indexOf(name));
            shape = member.type() == Member.Type.STRUCTURE ? API.shape(member.shape()) : shape;
        }
        return true;
    }

    @Test
    void filters_thatTheReferenceDocuments_areKnown() {
        Set<String> missing = new TreeSet<>();
        for (String line : Resources.lines("documented-filters.txt")) {
            List<String> words = List.of(line.split(" ", -1));
            for (String filter : words.subList(1, words.size())) {
                if (!Filters.of(words.get(0)).containsKey(filter)) {
                    missing.add(words.get(0) + " " + filter);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void filters_ofActionsWithFilters_exist() {
        for (String action : API.actionNames()) {
            if (API.action(action).orElseThrow().request().has("Filters")) {
                Map<String, List<List<String>>> filters = Filters.of(action);
                assertThat(filters).as(action).isNotEmpty();
            }
        }
    }
}
