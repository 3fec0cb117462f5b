package io.enikit.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files below a folder that may be of a network: it has many others as well, such as {@code package.json}. */
final class Folder {
    private static final List<String> ENDINGS =
            ImmutableList.of(".json", ".yaml", ".yml", ".template", ".tfstate", ".plan");

    /** One of these is in each file of a network, in whatever case. */
    private static final List<String> WORDS = ImmutableList.of(
            "vpc",
            "subnet",
            "interface",
            "group",
            "instance",
            "address",
            "resources",
            "template",
            "format_version",
            "eni-plan");

    private static final Path HERE = Path.of(".");
    private static final String DEPENDENCIES = "node_modules";
    private static final long LONGEST_LOOKED_AT = 1 << 22;

    private Folder() {}

    /** Returns the files in order; folders with names that begin with a dot are passed by, and installed packages are. */
    static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    return !each.equals(folder) && isPassedBy(each.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                    if (!attributes.isDirectory()
                            && hasKnownEnding(each.getFileName().toString())) {
                        files.add(folder.equals(HERE) ? HERE.relativize(each) : each);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw Failure.of(folder.toString(), e);
        }
        if (files.isEmpty()) {
            throw new Failure(folder + ": no file in this folder ends in " + String.join(", ", ENDINGS));
        }
        files.sort(null);
        return files;
    }

    private static boolean isPassedBy(String name) {
        return name.startsWith(".") || name.equals(DEPENDENCIES);
    }

    private static boolean hasKnownEnding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /**
     * Looks into a file for words that each file of a network has; those in other encodings and large ones may have them. An
     * empty file has none: it may be the one that the output goes to.
     */
    static boolean mayBeOfANetwork(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_LOOKED_AT) {
                return true;
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.indexOf('\0') >= 0 || containsAWord(text.toLowerCase(Locale.ROOT));
        } catch (IOException | UncheckedIOException e) {
            return true;
        }
    }

    private static boolean containsAWord(String text) {
        return WORDS.stream().anyMatch(text::contains);
    }
}
