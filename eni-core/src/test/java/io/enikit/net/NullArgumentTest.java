package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reference parameter of every public method refuses null by its name. */
class NullArgumentTest {
    private static final IpAddress ADDRESS = IpAddress.parse("10.0.0.0");
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/24");

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(IpAddress.class, ADDRESS),
            Map.entry(Cidr.class, BLOCK),
            Map.entry(IpRange.class, IpRange.from(BLOCK)),
            Map.entry(IpSet.class, IpSet.of(BLOCK)),
            Map.entry(IpTable.class, IpTable.<String>builder().build()),
            Map.entry(FreeSpace.class, FreeSpace.of(BLOCK)),
            Map.entry(MacAddress.class, MacAddress.of(1)),
            Map.entry(IpSet.Builder.class, IpSet.builder()),
            Map.entry(IpTable.Builder.class, IpTable.builder()),
            Map.entry(IpFamily.class, IpFamily.IPV4),
            Map.entry(CharSequence.class, "10.0.0.0"),
            Map.entry(String.class, "10.0.0.0"),
            Map.entry(BigInteger.class, BigInteger.ZERO),
            Map.entry(InetAddress.class, ADDRESS.toInetAddress()),
            Map.entry(byte[].class, new byte[4]),
            Map.entry(Cidr[].class, new Cidr[0]),
            Map.entry(Object.class, "value"),
            Map.entry(int.class, 24),
            Map.entry(long.class, 0L));

    static Stream<Arguments> parameters() {
        List<Arguments> cases = new ArrayList<>();
        Stream.of(
                        IpAddress.class,
                        Cidr.class,
                        IpRange.class,
                        IpSet.class,
                        IpSet.Builder.class,
                        IpTable.class,
                        IpTable.Builder.class,
                        FreeSpace.class,
                        MacAddress.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.getName().equals("equals"))
                .forEach(method -> {
                    for (int i = 0; i < method.getParameterCount(); i++) {
                        if (!method.getParameterTypes()[i].isPrimitive()) {
                            cases.add(Arguments.of(method, i));
                        }
                    }
                });
        assertThat(cases).hasSizeGreaterThan(50);
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void anyMethod_nullArgument_isNamed(Method method, int which) throws IllegalAccessException {
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == which ? null : VALUES.get(parameters[i].getType());
        }
        try {
            method.invoke(VALUES.get(method.getDeclaringClass()), arguments);
            fail("no exception");
        } catch (InvocationTargetException e) {
            assertThat(e.getCause())
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining(parameters[which].getName());
        }
    }
}
