package io.enikit.limits;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that comes with the library.
 *
 * <p>The folder or jar that the classes themselves came from is tried first. A class loader would search the JDK before
 * it, and the first search of a program takes longer than the rest of the load: 5 ms, on a JDK 25 10 ms.
 */
final class BundledFile {
    private static final String FOLDER = "io/enikit/limits/";

    private BundledFile() {}

    /** Returns the bytes of a file beside this class. */
    static byte[] read(String name) {
        byte[] bytes = readFrom(placeOfClasses(), name);
        return bytes == null ? readThroughClassLoader(name) : bytes;
    }

    private static @Nullable URL placeOfClasses() {
        try {
            CodeSource source = BundledFile.class.getProtectionDomain().getCodeSource();
            return source == null ? null : source.getLocation();
        } catch (SecurityException e) {
            return null;
        }
    }

    /** Returns null unless the place is a folder or jar that has the file: the class loader may know better then. */
    static byte @Nullable [] readFrom(@Nullable URL place, String name) {
        if (place == null || !place.getProtocol().equals("file")) {
            return null;
        }
        try {
            File file = new File(place.toURI());
            String path = FOLDER.concat(name); // the first use of + would take longer than all of this
            return file.isDirectory() ? readFile(new File(file, path)) : readEntry(file, path);
        } catch (URISyntaxException | IllegalArgumentException | IOException e) {
            return null;
        }
    }

    private static byte[] readFile(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return in.readAllBytes();
        }
    }

    private static byte @Nullable [] readEntry(File jar, String path) throws IOException {
        try (ZipFile zip = new ZipFile(jar)) {
            ZipEntry entry = zip.getEntry(path);
            return entry == null ? null : zip.getInputStream(entry).readAllBytes();
        }
    }

    static byte[] readThroughClassLoader(String name) {
        try (InputStream in = BundledFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + BundledFile.class);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
