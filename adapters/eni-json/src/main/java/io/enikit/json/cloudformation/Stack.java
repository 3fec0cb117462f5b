package io.enikit.json.cloudformation;

import io.enikit.json.Unknown;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One stack that is made of a template: its parameters, its resources and its outputs, in one world.
 *
 * <p>A template that is nested twice makes two stacks.
 */
final class Stack {
    static final String OUTPUTS = "Outputs.";
    static final String NESTED = "AWS::CloudFormation::Stack";

    private static final int DEEPEST = 16;

    private final Stacks all;
    private final Node template;
    private final Scope scope;
    private final @Nullable Stack parent;
    private final String nameInParent;
    private final int depth;
    private final Intrinsics intrinsics;
    private final Conditions conditions;
    private final Map<String, Optional<Node>> sections = new LinkedHashMap<>();
    private final Map<String, Optional<Stack>> nested = new LinkedHashMap<>();
    private Template.@Nullable Makers makers;
    private final Set<String> openLoops = new HashSet<>();

    Stack(Stacks all, Node template, Scope scope) {
        this(all, template, scope, null, "");
    }

    private Stack(Stacks all, Node template, Scope scope, @Nullable Stack parent, String nameInParent) {
        this.all = all;
        this.template = template;
        this.scope = scope;
        this.parent = parent;
        this.nameInParent = nameInParent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.intrinsics = new Intrinsics(this, all.world());
        this.conditions = new Conditions(this, all.world());
    }

    static boolean isStack(Node resource) {
        return resource.is(Node.Kind.OBJECT)
                && resource.find("Type")
                        .filter(type -> type.scalarOr("").equals(NESTED))
                        .isPresent();
    }

    Scope scope() {
        return scope;
    }

    Budget budget() {
        return all.world().budget();
    }

    Node template() {
        return template;
    }

    Conditions conditions() {
        return conditions;
    }

    Node evaluate(Node node) {
        return intrinsics.evaluate(node);
    }

    List<String> availabilityZones() {
        return all.input().availabilityZones();
    }

    /** Finds a section, with its loops written out. */
    Optional<Node> section(String key) {
        Optional<Node> known = sections.getOrDefault(key, Optional.empty());
        if (known.isEmpty()) {
            known = template.find(key).map(this::unrolled);
            sections.put(key, known);
        }
        return known;
    }

    /** Returns an object with its loops written out, except for those that go over what is not known. */
    Node unrolled(Node object) {
        return ForEach.hasLoops(object) ? new ForEach(intrinsics, all.world(), this::leaveLoop).unroll(object) : object;
    }

    private void leaveLoop(String key, Unknown unknown) {
        openLoops.add(key);
        all.unknown(unknown);
    }

    /** Returns whether it is known what a loop goes over. */
    boolean isWrittenOut(String loop) {
        return !openLoops.contains(loop);
    }

    /** Finds a resource that is going to be made. */
    Optional<Node> resource(String name) {
        return section(Template.RESOURCES)
                .flatMap(resources -> resources.find(name))
                .filter(each -> conditions.isMade(each).orElse(false));
    }

    /** Says what may make a resource that is not declared: a macro, a module, a loop that goes over what is not known. */
    String whatMayBe(String name) {
        if (makers == null) {
            makers = Template.makersOf(this);
        }
        return makers.of(name).map(maker -> "; " + maker + " may make it").orElse("");
    }

    /** Finds the value of a parameter: one that was given, one that is handed on to a nested stack, or the default. */
    Optional<Node> parameter(String name, Place place) {
        return template.find("Parameters")
                .flatMap(declared -> declared.find(name))
                .map(parameter -> value(name, parameter, place));
    }

    private Node value(String name, Node parameter, Place place) {
        String type =
                parameter.find("Type").filter(Node::isScalar).map(Node::scalar).orElse("String");
        boolean isList = type.contains("List<") || type.equals("CommaDelimitedList");
        Optional<Node> given = given(name).map(text -> Node.text(text, place)).or(() -> handedOn(name));
        String symbol = scope.symbol(name);
        if (given.isEmpty()) {
            parameter
                    .find("AllowedValues")
                    .filter(node -> node.is(Node.Kind.LIST))
                    .ifPresent(values -> all.world()
                            .allow(
                                    symbol,
                                    () -> values.items().stream()
                                            .map(Node::scalar)
                                            .toList()));
            Optional<Optional<String>> chosen = all.world().value(symbol);
            boolean hasDefault = chosen.isEmpty()
                    && !type.startsWith("AWS::SSM::")
                    && !all.world().isWithoutDefaults();
            Optional<String> text = chosen.orElseGet(
                    () -> hasDefault ? parameter.find("Default").map(Node::scalar) : Optional.empty());
            given = text.map(each -> Node.text(each, place));
        }
        return given.map(node -> isList && !node.is(Node.Kind.LIST) ? listOf(node, place) : node.at(place))
                .orElseGet(() -> Node.unknown("the parameter " + name + " has no value", symbol, place));
    }

    private Node listOf(Node node, Place place) {
        if (node.isScalar()) {
            return TextFunctions.list(node.scalar(), ",", place, all.world().budget());
        }
        boolean isJoined = node.is(Node.Kind.UNKNOWN) && !node.open().parts().isEmpty();
        boolean isOneId =
                node.is(Node.Kind.REFERENCE) && node.reference().attribute().equals(Node.Reference.ID);
        return isJoined || isOneId
                ? new TextFunctions(scope, all.world().budget()).split(",", node, place)
                : node.at(place);
    }

    private Optional<String> given(String name) {
        Optional<String> own = all.input().parameter(scope.idOf(name));
        return parent == null ? own.or(() -> all.input().parameter(name)) : own;
    }

    private Optional<Node> handedOn(String name) {
        return parent == null ? Optional.empty() : parent.argument(nameInParent, name);
    }

    /** Finds what a nested stack is given for a parameter of its template. */
    private Optional<Node> argument(String nestedName, String parameter) {
        return section(Template.RESOURCES)
                .flatMap(resources -> resources.find(nestedName))
                .flatMap(resource -> Intrinsics.property(resource, "Parameters"))
                .map(this::unrolled)
                .flatMap(arguments -> arguments.find(parameter))
                .map(node -> intrinsics.once(
                        "the parameter " + parameter + " of " + nestedName, node.place(), () -> evaluate(node)))
                .filter(node -> !node.is(Node.Kind.NULL));
    }

    Node pseudoParameter(String name, Place place) {
        if (name.equals("AWS::NoValue")) {
            return Node.nothing(place);
        }
        String symbol = scope.symbol(name);
        return all.input()
                .parameter(name)
                .or(() -> all.world().value(symbol).flatMap(value -> value))
                .map(value -> Node.text(value, place))
                .orElseGet(() -> Node.unknown(name + " has no value", symbol, place));
    }

    /** Finds the stack that a nested one is, if its template is among those that were given. */
    Optional<Stack> nested(String name) {
        Optional<Stack> known = nested.getOrDefault(name, Optional.empty());
        if (known.isPresent() || nested.containsKey(name)) {
            return known;
        }
        Optional<Stack> found = resource(name)
                .filter(Stack::isStack)
                .flatMap(resource -> all.templateOf(this, name, resource).map(child -> nested(name, child, resource)));
        nested.put(name, found);
        return found;
    }

    private Stack nested(String name, Node child, Node resource) {
        if (depth >= DEEPEST) {
            throw resource.refuse("stacks are nested deeper than " + DEEPEST + " levels");
        }
        all.count(resource);
        return new Stack(all, child, new Scope(scope.idOf(name) + "/"), this, name);
    }

    /** Returns an output of a nested stack. */
    Node outputOf(String name, String output, Place place) {
        Optional<Stack> child = nested(name);
        if (child.isEmpty()) {
            return Node.unknown(
                    "the output " + output + " of the nested stack " + name + ", which was not read",
                    scope.symbol(name + "." + OUTPUTS + output),
                    place);
        }
        return child.get()
                .output(output)
                .map(node -> node.at(place))
                .orElseGet(() -> scope.impossible("the nested stack " + name + " has no output " + output, place));
    }

    private Optional<Node> output(String name) {
        return outputValue(name).map(this::outputValue);
    }

    /** Evaluates the value of an output, which may lead back to itself. */
    Node outputValue(Node value) {
        return intrinsics.once("the output at " + value.place().origin().path(), value.place(), () -> evaluate(value));
    }

    /** Finds the value of an output as it is written. */
    Optional<Node> outputValue(String name) {
        return section("Outputs")
                .flatMap(outputs -> outputs.find(name))
                .filter(output -> conditions.isMade(output).orElse(true))
                .flatMap(output -> output.find("Value"));
    }

    /** Returns the name of the template's file, without the folders. */
    String fileName() {
        String file = template.place().step().replace('\\', '/');
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Returns an output of another stack. */
    Node outputOfOther(Node of, Place place) {
        return all.exports().output(of, all.stacks(), place);
    }

    /** Returns what another stack exports. */
    Node imported(Node name, Place place) {
        return all.exports().find(name, this, place);
    }
}
