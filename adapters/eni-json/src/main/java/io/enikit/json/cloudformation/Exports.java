package io.enikit.json.cloudformation;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stacks export to each other, by name.
 *
 * <p>A name is often made of the name of the stack, or of a parameter, which no file knows. Such a name is taken to be one
 * that it can be, if it can be one only.
 */
final class Exports {
    private final World world;
    private final TextFunctions texts;
    private final List<Export> all = new ArrayList<>();
    private final ListMultimap<String, Export> byName = ArrayListMultimap.create();

    /** A value that is exported, and its name as it is written. */
    private record Export(Stack stack, String name, Node value) {}

    Exports(World world) {
        this.world = world;
        this.texts = new TextFunctions(new Scope(""), world.budget());
    }

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
                                .ifPresent(value ->
                                        add(new Export(stack, texts.written(stack.evaluate(name.get())), value)));
                    }
                }));
    }

    private void add(Export export) {
        all.add(export);
        byName.put(export.name, export);
    }

    /** Returns an output of another stack, which needs no export: the stack whose file has its name, or the only one. */
    Node output(Node of, List<Stack> stacks, Place place) {
        String stackName = of.find("StackName").map(texts::written).orElse("");
        String output = of.find("OutputName").map(texts::written).orElse("");
        List<Stack> having = stacks.stream()
                .peek(each -> world.step(of))
                .filter(each -> each.outputValue(output).isPresent())
                .toList();
        List<Stack> named = having.stream()
                .filter(each -> each.fileName().startsWith(stackName + "."))
                .toList();
        List<Stack> meant = having.size() == 1 ? having : named;
        if (meant.size() == 1) {
            Stack stack = meant.get(0);
            return stack.outputValue(stack.outputValue(output).orElseThrow()).at(place);
        }
        String reason = having.isEmpty()
                ? "no template that was read has the output " + output + " of the stack " + stackName
                : "several templates have the output " + output + ", and none has the name of the stack " + stackName;
        return Node.unknown(reason, Symbols.of(stackName + "." + output), place);
    }

    /** Returns what is imported by a name. */
    Node find(Node name, Stack importer, Place place) {
        String text = texts.written(name);
        List<Export> exact = byName.get(text);
        List<Export> meant = exact.isEmpty()
                ? all.stream()
                        .peek(each -> world.step(name))
                        .filter(each -> each.stack != importer && maybeSame(each.name, text))
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
            return knownParts(one).equals(knownParts(other));
        }
        return isOpen ? matches(one, other) : isOtherOpen && matches(other, one);
    }

    /** Returns whether a known text may be one of which parts are not known; one without known parts may be anything. */
    private static boolean matches(String open, String known) {
        List<String> parts = knownParts(open);
        if (parts.stream().allMatch(String::isEmpty) || !known.startsWith(parts.get(0))) {
            return false;
        }
        int from = parts.get(0).length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = known.indexOf(part, from + 1); // what is not known is not empty
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        String last = parts.get(parts.size() - 1);
        return known.endsWith(last) && known.length() - last.length() > from;
    }

    /** Returns what is between the parts that are not known, before the first one, and behind the last one. */
    private static List<String> knownParts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int start = text.indexOf(Symbols.START); start >= 0; start = text.indexOf(Symbols.START, from)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            parts.add(text.substring(from, start));
            from = end + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
