package io.enikit.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that users can see. */
final class PublicTypes {
    private PublicTypes() {}

    static Stream<String> modules() {
        return Stream.of(
                "eni-core",
                "eni-limits",
                "eni-ipam",
                "adapters/eni-json",
                "adapters/eni-store",
                "adapters/eni-awssdk",
                "testing/eni-testkit",
                "testing/eni-fake",
                "testing/eni-fake-awssdk");
    }

    /**
     * Lists the public types of all modules but those whose types are no values: they stand for what is in a database, in an
     * account, or for a running EC2.
     */
    static List<Class<?>> all() {
        return modules()
                .filter(module -> !module.equals("adapters/eni-store")
                        && !module.equals("adapters/eni-awssdk")
                        && !module.startsWith("testing/eni-fake"))
                .flatMap(module -> {
                    try {
                        return of(module).stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** Lists the public types of the packages that a module exports. */
    static List<Class<?>> of(String module) throws IOException {
        Path classes = Path.of("..").resolve(module).resolve(Path.of("target", "classes"));
        Predicate<String> exported = exported(classes.resolve("module-info.class"));
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && file.startsWith("io"))
                    .sorted()
                    .<Class<?>>map(file -> load(file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.')))
                    .filter(type -> isVisible(type) && exported.test(type.getPackageName()))
                    .toList();
        }
    }

    /** Tells the packages that a module exports: all of them where it is no named module. */
    private static Predicate<String> exported(Path moduleInfo) throws IOException {
        if (Files.notExists(moduleInfo)) {
            return name -> true;
        }
        try (InputStream stream = Files.newInputStream(moduleInfo)) {
            return ModuleDescriptor.read(stream).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet())::contains;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isSynthetic()
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    /** Lists what can be called, including what is inherited from hidden types. */
    static Stream<Member> members(Class<?> type) {
        return Stream.of(
                        Arrays.stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getMethods()).filter(method -> method.getDeclaringClass() != Object.class),
                        Arrays.stream(type.getDeclaredFields()))
                .<Member>flatMap(members -> members)
                .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic());
    }
}
