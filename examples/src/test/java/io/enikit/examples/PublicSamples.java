package io.enikit.examples;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.json.PlanReader;
import io.enikit.json.Source;
import io.enikit.json.SubnetMove;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PlanText;
import io.enikit.net.Cidr;
import io.enikit.operations.CreateEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Fact;
import io.enikit.rules.Fault;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import io.enikit.testkit.BrokenPlans;
import io.enikit.testkit.GoldenPlan;
import io.enikit.testkit.OperationRunner;
import io.enikit.testkit.ValidPlans;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An instance of each public type, found by calling what is public with what was found before.
 *
 * <p>Nothing here knows how a type is made, so a new type has a sample at once.
 */
final class PublicSamples {
    private static final int ROUNDS = 4;
    private static final int NONE = -1;
    private static final String TEMPLATE = """
            {"Resources": {
              "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
              "Web": {"Type": "AWS::EC2::Subnet", "Properties": {
                "VpcId": {"Ref": "Vpc"}, "AvailabilityZone": "eu-west-1a", "CidrBlock": "10.1.0.0/24"}},
              "Eni": {"Type": "AWS::EC2::NetworkInterface", "Properties": {"SubnetId": {"Ref": "Unset"}}}}}
            """;
    static final List<String> TEXTS = List.of(
            "web",
            "10.0.0.0/24",
            "10.0.0.7",
            "10.0.0.0-10.0.0.255",
            "02:00:00:00:00:01",
            "m5.large",
            "vpc",
            "eu-west-1a",
            "x 1");
    static final List<Integer> NUMBERS = List.of(1, 28, 4);

    private final Map<Class<?>, Object> found = new LinkedHashMap<>();

    PublicSamples(List<Class<?>> types) throws Exception {
        seed();
        types.stream().filter(Class::isEnum).forEach(type -> add(type.getEnumConstants()[0]));
        for (int round = 0; round < ROUNDS; round++) {
            for (Class<?> type : types) {
                executables(type).filter(PublicSamples::isQuick).forEach(this::collect);
            }
        }
    }

    /** Adds what calls with any arguments do not find: answers that are no or not empty. */
    private void seed() throws IOException {
        NetworkPlan plan = IntStream.range(0, 1000)
                .mapToObj(seed -> ValidPlans.standard().plan(seed))
                .filter(each ->
                        !each.elasticIps().isEmpty() && !each.instances().isEmpty())
                .findFirst()
                .orElseThrow();
        NetworkPlan later = Ec2.enforcing(Ec2Rules.standard())
                .apply(plan, TagResource.of(plan.enis().iterator().next().id(), "k", "v"))
                .orElseThrow();
        add(plan);
        plan.resources().forEach(this::add);
        plan.enis().forEach(eni -> eni.attachment().ifPresent(this::add));
        add(PlanDiff.between(plan, later));
        add(InstanceTypes.bundled());
        InstanceLimits m5 = InstanceTypes.bundled().limits("m5.large");
        InstanceLimits other = InstanceTypes.bundled().limits("m5.xlarge");
        add(InstanceTypes.of(other.toBuilder().instanceType(m5.instanceType()).build())
                .diffFrom(InstanceTypes.of(m5)));
        add(Ec2Rules.standard());
        add(Ec2.enforcing(Ec2Rules.standard()));
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/24"));
        add(pool);
        add(pool.allocateAll(Map.of("web", 25)));
        add(pool.allocateAll(Map.of("web", 23)));
        CidrLayout layout = CidrLayout.empty(Cidr.parse("10.0.0.0/24")).plan(Map.of("web", 25));
        add(layout.plan(Map.of("web", 26, "db", 20)).diffFrom(layout));
        add(NetworkPlanner.create()
                .vpc("main", "10.0.0.0/24", vpc -> vpc.subnet("web", "a", 20))
                .tryPlan());
        add(NetworkPlanner.from(plan).tryPlan());
        add(SubnetMove.between(network(24), network(25)));
        Source template = Source.of("t.json", TEMPLATE);
        add(PlanReader.create().read(template));
        add(GoldenPlan.parse("golden", PlanText.write(plan)));
        add(BrokenPlans.of("eni.attach.zone"));
        add(OperationRunner.enforcing(Ec2Rules.standard()));
        add(Ec2.enforcing(Ec2Rules.standard())
                .apply(plan, TagResource.of(plan.enis().iterator().next().id(), "k", "v")));
        Rule<Eni> rule =
                RuleInfo.of("a.rule", Phase.STATE).withNeeds(Fact.values()).rule(Eni.class, this::look);
        rule.check(plan.enis().iterator().next(), plan);
        add(rule);
        add(rule.info());
        found.put(Rule.Check.class, (Rule.Check<Eni>) this::look);
        add(Fault.of("wrong", "mend it"));
        found.put(Operation.class, CreateEni.of("made", "web"));
        found.put(Executor.class, (Executor) Runnable::run);
        found.put(InetAddress.class, InetAddress.getByAddress(new byte[] {10, 0, 0, 7}));
    }

    private void look(Eni eni, NetworkPlan plan, Faults faults) {
        add(faults);
    }

    private static NetworkPlan network(int prefixLength) {
        return NetworkPlanner.create()
                .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("web", "eu-west-1a", prefixLength))
                .plan();
    }

    /** Lists the constructors and methods that a type declares itself, or has from a hidden type. */
    static Stream<Executable> executables(Class<?> type) {
        return PublicTypes.members(type)
                .filter(Executable.class::isInstance)
                .map(Executable.class::cast)
                .filter(member -> member.getDeclaringClass().getName().startsWith("io.enikit"))
                .filter(member ->
                        member.getDeclaringClass() == type || !PublicTypes.isVisible(member.getDeclaringClass()))
                .sorted((one, other) -> one.toGenericString().compareTo(other.toGenericString()));
    }

    /** Whether calling it, just to see what it returns, is harmless: some things run until the memory is full. */
    private static boolean isQuick(Executable member) {
        return !member.getName().equals("main")
                && !member.getDeclaringClass().getSimpleName().endsWith("Runner")
                && (!(member instanceof Method method) || method.getReturnType() != void.class);
    }

    Optional<Object> of(Class<?> type) {
        if (found.containsKey(type)) {
            return Optional.of(found.get(type));
        }
        return found.values().stream().filter(type::isInstance).findFirst();
    }

    private void collect(Executable member) {
        if (member instanceof Method method
                && PublicTypes.isVisible(method.getReturnType())
                && method.getReturnType().getName().startsWith("io.enikit")
                && found.containsKey(method.getReturnType())
                && Arrays.stream(method.getParameterTypes()).noneMatch(type -> type == Consumer.class)) {
            return;
        }
        call(member).ifPresent(this::add);
    }

    private void add(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (value instanceof Collection<?> list) {
            list.stream().limit(1).filter(each -> each != null).forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            map.values().stream().limit(1).forEach(this::add);
        } else if (value.getClass().getName().startsWith("io.enikit")) {
            for (@Nullable Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
                if (PublicTypes.isVisible(type)) {
                    found.putIfAbsent(type, value);
                }
            }
        }
    }

    /** Calls with the first arguments that are taken; empty if there are none, or nothing is returned. */
    private Optional<Object> call(Executable member) {
        for (String text : TEXTS) {
            for (int number : NUMBERS) {
                Optional<@Nullable Object[]> arguments = arguments(member, text, number, NONE);
                Optional<Object> target = target(member);
                if (arguments.isEmpty() || target.isEmpty()) {
                    return Optional.empty();
                }
                try {
                    return Optional.ofNullable(invoke(member, target.get(), arguments.get()));
                } catch (InvocationTargetException refused) {
                    Optional.ofNullable(refused.getCause()).ifPresent(this::add);
                    if (!takes(member, String.class) && !takes(member, int.class)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean takes(Executable member, Class<?> type) {
        return Arrays.asList(member.getParameterTypes()).contains(type);
    }

    /** Returns what a member is called on; for those that need nothing, any object. */
    Optional<Object> target(Executable member) {
        return member instanceof Constructor<?> || Modifier.isStatic(member.getModifiers())
                ? Optional.of(this)
                : of(member.getDeclaringClass())
                        .or(() -> found.values().stream()
                                .filter(member.getDeclaringClass()::isInstance)
                                .findFirst());
    }

    static @Nullable Object invoke(Executable member, Object target, @Nullable Object[] arguments)
            throws InvocationTargetException {
        try {
            member.setAccessible(true);
            return member instanceof Constructor<?> constructor
                    ? constructor.newInstance(arguments)
                    : ((Method) member).invoke(target, arguments);
        } catch (IllegalAccessException | InstantiationException e) {
            throw new LinkageError(member.toString(), e);
        }
    }

    /** Returns a sample for each parameter but one, which is null; or empty if another one has none. */
    Optional<@Nullable Object[]> arguments(Executable member, String text, int number, int leftOut) {
        Type[] types = member.getGenericParameterTypes();
        @Nullable Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            if (i == leftOut) {
                continue;
            }
            Optional<Object> argument = argument(types[i], member.getParameterTypes()[i], text, number);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments[i] = argument.get();
        }
        return Optional.of(arguments);
    }

    private Optional<Object> argument(Type generic, Class<?> type, String text, int number) {
        if (type == String.class || type == Object.class || type == CharSequence.class) {
            return Optional.of(text);
        } else if (type == int.class || type == Integer.class) {
            return Optional.of(number);
        } else if (type == long.class) {
            return Optional.of((long) number);
        } else if (type == boolean.class) {
            return Optional.of(true);
        } else if (type == BigInteger.class) {
            return Optional.of(BigInteger.ONE);
        } else if (type == byte[].class) {
            return Optional.of(new byte[] {10, 0, 0, 7});
        } else if (type == OptionalInt.class) {
            return Optional.of(OptionalInt.of(number));
        } else if (type == OptionalDouble.class) {
            return Optional.of(OptionalDouble.of(number));
        } else if (type == double.class) {
            return Optional.of((double) number);
        } else if (type == LocalDate.class) {
            return Optional.of(LocalDate.EPOCH);
        } else if (type == OutputStream.class) {
            return Optional.of(OutputStream.nullOutputStream());
        } else if (type == Map.Entry.class) {
            return Optional.of(Map.entry(text, text));
        } else if (type == Path.class) {
            return Optional.of(Path.of("nowhere"));
        } else if (type == InputStream.class) {
            return Optional.of(new ByteArrayInputStream(new byte[0]));
        } else if (type == Class.class) {
            return Optional.of(Eni.class);
        } else if (type.isEnum()) {
            return Optional.of(type.getEnumConstants()[0]);
        } else if (type.isArray()) {
            Class<?> element = type.getComponentType();
            return argument(element, element, text, number).map(each -> {
                Object array = Array.newInstance(element, 1);
                Array.set(array, 0, each);
                return array;
            });
        } else if (type == Optional.class
                || (Iterable.class.isAssignableFrom(type) && type.getName().startsWith("java"))) {
            return element(generic, 0, text, number)
                    .map(each -> type == Optional.class
                            ? Optional.of(each)
                            : type == Set.class ? Set.of(each) : new ArrayList<>(List.of(each)));
        } else if (type == Map.class) {
            return element(generic, 0, text, number)
                    .flatMap(key -> element(generic, 1, text, number).map(value -> Map.of(key, value)));
        } else if (type == Stream.class) {
            return element(generic, 0, text, number).map(Stream::of);
        } else if (type.isInterface() && type.getName().startsWith("java.util.function")) {
            return Optional.of(function(type));
        }
        return of(type);
    }

    private Optional<Object> element(Type generic, int index, String text, int number) {
        if (!(generic instanceof ParameterizedType parameterized)) {
            return Optional.empty();
        }
        Type type = parameterized.getActualTypeArguments()[index];
        if (type instanceof java.lang.reflect.WildcardType wildcard) {
            type = wildcard.getUpperBounds()[0];
        }
        return type instanceof Class<?> plain
                ? argument(plain, plain, text, number)
                : type instanceof ParameterizedType nested
                        ? argument(nested, (Class<?>) nested.getRawType(), text, number)
                        : Optional.empty();
    }

    /** Returns a function that gives back its argument, or true, or nothing. */
    private Object function(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (arguments != null && arguments[0] != null) {
                add(arguments[0]);
            }
            if (method.getReturnType() == boolean.class) {
                return true;
            } else if (method.getReturnType() == int.class) {
                return 0;
            }
            return arguments == null || method.getReturnType() == void.class ? null : arguments[0];
        });
    }

    Map<Class<?>, Object> all() {
        return Collections.unmodifiableMap(found);
    }
}
