package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFileTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path folder;

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private Path jar(String entry) throws IOException {
        Path jar = folder.resolve("with a blank.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(CONTENT);
        }
        return jar;
    }

    @Test
    void readFrom_folderOrJarThatHasTheFile_givesItsBytes() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("a b/io/enikit/limits"));
        Files.write(inside.resolve("some.csv"), CONTENT);
        assertThat(BundledFile.readFrom(url(folder.resolve("a b")), "some.csv")).isEqualTo(CONTENT);
        assertThat(BundledFile.readFrom(url(jar("io/enikit/limits/some.csv")), "some.csv"))
                .isEqualTo(CONTENT);
    }

    @Test
    void readFrom_anyOtherPlace_leavesItToTheClassLoader() throws IOException {
        Path noJar = Files.write(folder.resolve("no.jar"), CONTENT);
        assertThat(BundledFile.readFrom(url(folder), "some.csv")).isNull();
        assertThat(BundledFile.readFrom(url(jar("other.csv")), "some.csv")).isNull();
        assertThat(BundledFile.readFrom(url(noJar), "some.csv")).isNull();
        assertThat(BundledFile.readFrom(url(folder.resolve("missing.jar")), "some.csv"))
                .isNull();
        assertThat(BundledFile.readFrom(new URL("jar:" + url(jar("io/enikit/limits/some.csv")) + "!/"), "some.csv"))
                .isNull();
        assertThat(BundledFile.readFrom(new URL("file://host/no host here"), "some.csv"))
                .isNull();
        assertThat(BundledFile.readFrom(null, "some.csv")).isNull();
    }

    @Test
    void readThroughClassLoader_theBundledTable_givesTheSameBytes() {
        assertThat(BundledFile.readThroughClassLoader("instance-types.csv"))
                .isEqualTo(BundledFile.read("instance-types.csv"))
                .startsWith("instance_type,".getBytes(StandardCharsets.US_ASCII));
        assertThatIllegalStateException()
                .isThrownBy(() -> BundledFile.read("nothing.csv"))
                .withMessage("nothing.csv is missing beside class io.enikit.limits.BundledFile");
    }
}
