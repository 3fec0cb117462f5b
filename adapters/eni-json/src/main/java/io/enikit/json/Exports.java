package io.enikit.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stacks export to each other, by name.
 *
 * <p>A name is often made of the name of the stack, or of a parameter, which no file knows. Such a name is taken to be one
 * that it can be, if it can be one only.
 */
final class Exports {
    private static final Pattern OPEN_PART = Pattern.compile("\\$\\{[^}]*}");

    private final TextFunctions texts = new TextFunctions(new Scope(""));
    private final List<Export> all = new ArrayList<>();

    private record Export(Stack stack, Node name, Node value) {}

    /** Adds what a stack exports. */
    void add(Stack stack) {
        stack.section("Outputs")
                .map(Node::members)
                .ifPresent(outputs -> outputs.values().forEach(output -> {
                    Optional<Node> name = output.is(Node.Kind.OBJECT)
                            ? output.find("Export").flatMap(export -> export.find("Name"))
                            : Optional.empty();
                    if (name.isPresent() && stack.conditions().isMade(output).orElse(true)) {
                        output.find("Value")
                                .ifPresent(value -> all.add(new Export(stack, stack.evaluate(name.get()), value)));
                    }
                }));
    }

    /** Returns what is imported by a name. */
    Node find(Node name, Stack importer, Place place) {
        String text = texts.written(name);
        List<Export> exact = all.stream()
                .filter(each -> texts.written(each.name).equals(text))
                .toList();
        List<Export> meant = exact.isEmpty()
                ? all.stream()
                        .filter(each -> each.stack != importer && maybeSame(texts.written(each.name), text))
                        .toList()
                : exact;
        if (meant.size() == 1) {
            Export export = meant.get(0);
            return export.stack.outputValue(export.value).at(place);
        }
        String reason = meant.isEmpty()
                ? "no template that was read exports " + text
                : "several templates export what may be " + text;
        return Node.unknown(reason, Symbols.of("export " + text), place);
    }

    /** Returns whether two names, of which parts are not known, may be the same. */
    private static boolean maybeSame(String one, String other) {
        boolean isOpen = one.contains(Symbols.START);
        boolean isOtherOpen = other.contains(Symbols.START);
        if (isOpen && isOtherOpen) {
            return OPEN_PART
                    .matcher(one)
                    .replaceAll("\\${}")
                    .equals(OPEN_PART.matcher(other).replaceAll("\\${}"));
        }
        return isOpen ? matches(one, other) : isOtherOpen && matches(other, one);
    }

    /** Returns whether a known text may be one of which parts are not known; one without known parts may be anything. */
    private static boolean matches(String open, String known) {
        List<String> parts = List.of(OPEN_PART.split(open, -1));
        return parts.stream().anyMatch(part -> !part.isEmpty())
                && Pattern.matches(parts.stream().map(Pattern::quote).collect(Collectors.joining(".+")), known);
    }
}
