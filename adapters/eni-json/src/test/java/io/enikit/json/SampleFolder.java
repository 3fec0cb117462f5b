package io.enikit.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Real files, in the folder that the system property {@code samples} names, beside the files of the test resources.
 *
 * <p>The folder has {@code describe}, whose files belong together if their names are the same up to the last hyphen,
 * {@code cloudformation} and {@code terraform}.
 */
final class SampleFolder {
    static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("samples")).map(Path::of);

    private SampleFolder() {}

    /** Files that belong together, with a name that tests show. */
    record Group(String name, List<String> texts) {
        Reading read() {
            return PlanReader.create().read(sources());
        }

        List<Source> sources() {
            List<Source> sources = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                sources.add(Source.of(name + "-" + i + ".json", texts.get(i)));
            }
            return sources;
        }

        /** Returns all documents, to count in, or to change and read with {@link #changed}. */
        List<Map<String, Object>> documents() {
            return texts.stream().flatMap(text -> Json.objects(text).stream()).toList();
        }

        static Group changed(List<Map<String, Object>> documents) {
            return new Group("changed", documents.stream().map(Json::text).toList());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Lists the accounts: that of the test resources, and those in the folder. */
    static Stream<Group> accounts() {
        Map<String, Group> groups = new TreeMap<>();
        groups.put(
                "own",
                new Group("own", Stream.of(Samples.ACCOUNT).map(Samples::text).toList()));
        for (Path file : files("describe")) {
            String name = file.getFileName().toString();
            String prefix = name.contains("-") ? name.substring(0, name.lastIndexOf('-')) : name;
            groups.computeIfAbsent(prefix, key -> new Group(key, new ArrayList<>()))
                    .texts()
                    .add(text(file));
        }
        return groups.values().stream();
    }

    /** Lists all files by themselves: those of the test resources, and those in the folder. */
    static Stream<Source> all() {
        List<Source> all = new ArrayList<>(Samples.sources(Samples.ACCOUNT));
        all.addAll(Samples.sources("template/shop.yaml", "template/shop.json", "terraform/shop.json"));
        for (String kind : List.of("describe", "cloudformation", "terraform")) {
            files(kind).forEach(file -> all.add(Source.of(file)));
        }
        return all.stream();
    }

    static List<Path> files(String kind) {
        Optional<Path> folder = FOLDER.map(each -> each.resolve(kind));
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
