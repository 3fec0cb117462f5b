package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.CidrReservation;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.EniAddress;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.Operation;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every operation, by itself and with each of its options, as command lines of the AWS CLI that were looked at. */
class EveryCommandLineTest {
    private static final Path FILE = Path.of("src", "test", "resources", "io", "enikit", "insight", "commands.txt");
    private static final Path OPERATIONS = Path.of("src", "main", "java", "io", "enikit", "operations");

    private static final Map<Class<?>, Object> VALUES = Map.of(
            boolean.class, true,
            int.class, 3,
            Cidr.class, Cidr.parse("10.0.0.0/28"),
            IpAddress.class, IpAddress.parse("10.0.0.9"),
            ConnectionTracking.class, ConnectionTracking.defaults().withUdpTimeout(45),
            InterfaceType.class, InterfaceType.of("efa"),
            SecurityGroupRule.class, SecurityGroupRule.parse("tcp;443;10.0.0.0/8;;from inside"),
            EniAddress.class, EniAddress.parse("10.0.0.9*"),
            CidrReservation.class, new CidrReservation(Cidr.parse("10.0.0.0/28"), CidrReservation.Type.PREFIX),
            CidrReservation.Type.class, CidrReservation.Type.EXPLICIT);

    @Test
    void everyOperation_withEachOption_isTheLineThatWasLookedAt() throws Exception {
        Set<String> lines = new TreeSet<>();
        for (Class<?> type : operations()) {
            for (Method method : methods(type)) {
                if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type) {
                    addAll(type, method, lines);
                }
            }
        }
        String text = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("commands.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(text)
                .as("%s; write it anew with -Dtest=EveryCommandLineTest -Dcommands.write=true", FILE)
                .isEqualTo(Files.readString(FILE));
    }

    @Test
    void tables_ofCommands_nameEachOperationOnce() throws Exception {
        List<Class<?>> known = new ArrayList<>();
        known.addAll(NetworkCommands.all().keySet());
        known.addAll(GroupCommands.all().keySet());
        known.addAll(InterfaceCommands.all().keySet());
        known.addAll(InstanceCommands.all().keySet());
        List<Class<?>> operations = operations();
        operations.remove(Operation.class);
        assertThat(known).containsExactlyInAnyOrderElementsOf(operations);
    }

    private static void addAll(Class<?> type, Method of, Set<String> lines) throws Exception {
        Optional<Object> made = call(null, of);
        if (made.isEmpty()) {
            return;
        }
        add(of, made, lines);
        for (Method option : methods(type)) {
            if (!Modifier.isStatic(option.getModifiers())
                    && option.getParameterCount() > 0
                    && option.getReturnType() == type) {
                add(option, call(made.get(), option), lines);
            }
        }
    }

    private static void add(Method method, Optional<Object> operation, Set<String> lines) {
        operation.ifPresent(made -> lines.add(method.getDeclaringClass().getSimpleName() + "." + method.getName() + ": "
                + AwsCommands.of((Operation) made)));
    }

    private static List<Class<?>> operations() throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(OPERATIONS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (!name.equals("package-info")) {
                    Class<?> type = Class.forName("io.enikit.operations." + name);
                    if (Operation.class.isAssignableFrom(type) && Modifier.isPublic(type.getModifiers())) {
                        types.add(type);
                    }
                }
            }
        }
        return types;
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
    }

    /** Calls a method with values for its parameters, if they fit together. */
    private static Optional<Object> call(@Nullable Object target, Method method) throws IllegalAccessException {
        Type[] types = method.getGenericParameterTypes();
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], method, i);
        }
        try {
            return Optional.of(method.invoke(target, values));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static Object value(Type type, Method method, int index) {
        if (type instanceof WildcardType wildcard) {
            return value(wildcard.getUpperBounds()[0], method, index);
        } else if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == Map.class
                    ? Map.of("Name", value(arguments[1], method, index))
                    : parameterized.getRawType() == Optional.class
                            ? Optional.of(value(arguments[0], method, index))
                            : List.of(value(arguments[0], method, index));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isArray()) {
            Object array = Array.newInstance(plain.getComponentType(), 1);
            Array.set(array, 0, value(plain.getComponentType(), method, index));
            return array;
        } else if (VALUES.containsKey(plain)) {
            return VALUES.get(plain);
        } else if (plain == LaunchInterface.class) {
            return LaunchInterface.existing(1, "eni-0a1b2c3d");
        } else if (plain == SubnetId.class) {
            return SubnetId.of("subnet-0a1b2c3d");
        } else if (plain == SecurityGroupId.class) {
            return SecurityGroupId.of("sg-0a1b2c3d");
        } else if (plain == InstanceId.class) {
            return InstanceId.of("i-0a1b2c3d");
        } else if (plain == String.class) {
            return text(method, index);
        }
        try {
            return plain == ResourceId.class
                    ? InstanceId.of("i-0a1b2c3d")
                    : plain.getMethod("of", CharSequence.class).invoke(null, "some");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method + " takes a " + plain + ": add a value of it to VALUES", e);
        }
    }

    /** Texts that are addresses, blocks or names, by what parses them. */
    private static String text(Method method, int index) {
        String name = method.getName().toLowerCase(Locale.ROOT);
        if (name.contains("rule")) {
            return index == 0 && method.getParameterCount() > 1 ? "sgr-0a1b2c3d" : "udp;53;10.0.0.0/8;;names";
        } else if (name.contains("ipv6cidr") || name.contains("ipv6prefix")) {
            return "2001:db8:0:100::/64";
        } else if (name.contains("cidr") || name.contains("prefix") || name.contains("block")) {
            return "10.0.0.0/28";
        } else if (name.contains("ipv6")) {
            return "2001:db8::9";
        } else if (name.contains("ip") && !name.contains("description")) {
            return "10.0.0.9";
        }
        boolean block = method.getDeclaringClass().getSimpleName().contains("Cidr")
                || (method.getDeclaringClass().getSimpleName().equals("CreateVpc") && index == 1);
        return block && index == 1 ? "10.0.0.0/28" : new String[] {"some", "more", "else"}[Math.min(index, 2)];
    }
}
