package io.enikit.json.cloudformation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.enikit.json.Unknown;
import io.enikit.json.declared.AddressUses;
import io.enikit.json.declared.Declarations;
import io.enikit.json.declared.Requests;
import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.text.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All stacks of the templates that are read together, in one world. */
public final class Stacks {
    private static final int MOST_STACKS = 1_000;

    /**
     * What templates do not say by themselves.
     *
     * @param parameters values of parameters, pseudo-parameters among them
     * @param availabilityZones the zones of the Region in their order, none if they are not given
     * @param assets the files that the CDK puts beside templates
     */
    public record Input(Map<String, String> parameters, List<String> availabilityZones, Assets assets) {
        public Input {
            parameters = ImmutableMap.copyOf(parameters);
            availabilityZones = ImmutableList.copyOf(availabilityZones);
        }

        Optional<String> parameter(String name) {
            return Optional.ofNullable(parameters.get(name));
        }
    }

    private final List<Node> templates;
    private final Input input;
    private final World world;
    private final Collector collector;
    private final List<Stack> stacks = new ArrayList<>();
    private @Nullable Exports exports;
    private int count;

    private Stacks(List<Node> templates, Input input, World world, Collector collector) {
        this.templates = templates;
        this.input = input;
        this.world = world;
        this.collector = collector;
    }

    /** Reads templates. One that another one nests is read as what that makes of it, not by itself. */
    public static void read(List<Node> templates, Input input, World world, Collector collector) {
        Stacks all = new Stacks(templates, input, world, collector);
        all.open();
        List<Declared> declared = new ArrayList<>();
        all.stacks.forEach(stack -> Template.read(stack, declared, collector));
        AddressUses addressUses = new AddressUses(collector);
        declared.forEach(addressUses::add);
        declared.stream()
                .filter(each -> each.type().equals("Instance"))
                .forEach(each -> Requests.interfacesOrSubnet(each, collector));
        Declarations.read(declared, collector);
        world.complete();
        all.stacks.forEach(stack -> stack.conditions().decideAll());
    }

    private void open() {
        Set<Node> nested = new HashSet<>();
        List<Stack> candidates = new ArrayList<>();
        for (Node each : templates) {
            Stack stack = new Stack(this, each, new Scope(templates.size() > 1 ? name(each) + "#" : ""));
            candidates.add(stack);
            stack.section(Template.RESOURCES).stream()
                    .flatMap(resources -> resources.members().entrySet().stream())
                    .filter(resource -> Stack.isStack(resource.getValue()))
                    .forEach(resource -> templateOf(stack, resource.getKey(), resource.getValue())
                            .ifPresent(nested::add));
        }
        boolean circular = nested.size() == templates.size();
        Deque<Stack> queue = new ArrayDeque<>();
        for (Stack each : candidates) {
            if (circular || !nested.contains(each.template())) {
                queue.add(each);
            }
        }
        while (!queue.isEmpty()) {
            Stack stack = queue.remove();
            stacks.add(stack);
            namesOfNested(stack).forEach(name -> stack.nested(name).ifPresent(queue::add));
        }
    }

    private static List<String> namesOfNested(Stack stack) {
        return stack.section(Template.RESOURCES).stream()
                .flatMap(resources -> resources.members().entrySet().stream())
                .filter(each -> Stack.isStack(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String name(Node template) {
        return template.place().step();
    }

    Input input() {
        return input;
    }

    World world() {
        return world;
    }

    void unknown(Unknown unknown) {
        collector.unknown(unknown);
    }

    /** Counts a nested stack: their number may grow with each level. */
    void count(Node resource) {
        if (++count > MOST_STACKS) {
            throw resource.refuse("there are more than " + MOST_STACKS + " nested stacks");
        }
    }

    List<Stack> stacks() {
        return stacks;
    }

    Exports exports() {
        if (exports == null) {
            exports = new Exports(world);
            stacks.forEach(exports::add);
        }
        return exports;
    }

    /**
     * Finds the template of a nested stack: the one whose name ends as the address of the template does, and which is nearest
     * to the template that asks for it.
     */
    Optional<Node> templateOf(Stack stack, String name, Node resource) {
        List<String> wanted = fileOf(stack, resource)
                .map(path -> input.assets().file(path).orElse(path))
                .map(path -> List.of(path.split("[/\\\\]")))
                .orElse(List.of());
        int best = 0;
        List<Node> found = new ArrayList<>();
        for (Node each : templates) {
            world.step(resource);
            int same = sameEnd(List.of(name(each).split("[/\\\\]")), wanted);
            if (same > best) {
                best = same;
                found.clear();
            }
            if (same == best && same > 0) {
                found.add(each);
            }
        }
        return found.isEmpty()
                ? Assets.named(name(stack.template()), name, templates)
                : nearest(found, List.of(name(stack.template()).split("[/\\\\]")));
    }

    /** Finds the one of several files that shares most folders with another one, from the first on. */
    private static Optional<Node> nearest(List<Node> files, List<String> other) {
        int most = -1;
        Optional<Node> nearest = Optional.empty();
        for (Node each : files) {
            int same = sameEnd(Lists.reverse(List.of(name(each).split("[/\\\\]"))), Lists.reverse(other));
            nearest = same > most ? Optional.of(each) : same == most ? Optional.empty() : nearest;
            most = Math.max(most, same);
        }
        return nearest;
    }

    /** Finds the file of a nested stack's template: as the CDK notes it, or where CloudFormation is to find it. */
    static Optional<String> fileOf(Stack stack, Node resource) {
        Optional<String> asset = resource.find("Metadata")
                .filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(node -> node.find("aws:asset:path"))
                .map(node -> node.scalarOr(""))
                .filter(path -> !path.isEmpty());
        return asset.or(() -> Intrinsics.property(resource, "TemplateURL")
                .map(stack::evaluate)
                .map(url -> new TextFunctions(stack.scope(), stack.budget()).written(url))
                .map(url -> url.indexOf('?') < 0 ? url : url.substring(0, url.indexOf('?'))));
    }

    private static int sameEnd(List<String> one, List<String> other) {
        int same = 0;
        while (same < one.size()
                && same < other.size()
                && one.get(one.size() - 1 - same).equals(other.get(other.size() - 1 - same))) {
            same++;
        }
        return same;
    }
}
