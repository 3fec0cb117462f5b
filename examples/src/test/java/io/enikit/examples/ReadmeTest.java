package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final List<String> BLOCKS = Snippet.javaBlocks(README);

    @TempDir
    Path folder;

    @Test
    void firstBlock_asAProgram_endsAsItsCommentsSay() {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Snippet.runMain("Failover", BLOCKS.get(0), folder);
        } finally {
            System.setOut(before);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.substring(text.indexOf("┌─ app-2"))).contains("index 1  app-1/eth1  10.0.0.4");
        assertThat(text).contains("\nrefused: OperationNotPermitted: the network interface at device index 0");
    }

    @Test
    void otherBlocks_oneAfterTheOther_endAsTheirCommentsSay() {
        int comments = (int) BLOCKS.stream()
                .skip(1)
                .flatMap(String::lines)
                .filter(line -> line.contains("; ") && line.contains("// "))
                .count();
        assertThat(Snippet.run(BLOCKS.subList(1, BLOCKS.size()), folder)).isEqualTo(comments);
    }

    @Test
    void extending_blocks_endAsTheirCommentsSay() {
        assertThat(Snippet.run(Snippet.javaBlocks(Path.of("..", "docs", "extending.md")), folder))
                .isEqualTo(4);
    }

    @Test
    void limits_blocks_endAsTheirCommentsSay() throws IOException {
        Path types = folder.resolve("types.json");
        Files.writeString(types, describePage("m5.large", 4) + describePage("x99.large", 2));
        List<String> blocks = Snippet.javaBlocks(Path.of("..", "docs", "limits.md")).stream()
                .map(block -> block.replace("Path.of(\"types.json\")", "Path.of(\"" + types + "\")"))
                .toList();
        assertThat(Snippet.run(blocks, folder)).isEqualTo(20);
    }

    private static String describePage(String type, int vcpus) {
        return "{\"InstanceTypes\": [{\"InstanceType\": \"" + type + "\", \"VCpuInfo\": {\"DefaultVCpus\": " + vcpus
                + "}, \"NetworkInfo\": {\"MaximumNetworkInterfaces\": 3, \"Ipv4AddressesPerInterface\": 10}}]}\n";
    }

    @Test
    void comment_thatIsWrong_isFound() {
        assertThatThrownBy(() -> Snippet.run(List.of("Cidr.parse(\"10.0.0.0/8\").size();   // 16777217"), folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it is:            16777216");
    }

    @Test
    void picture_isTheOneOfTheQuickstart() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Quickstart(
                        io.enikit.net.Cidr.parse("192.168.0.0/24"),
                        "m5.large",
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run();
        String text = out.toString(StandardCharsets.UTF_8);
        String picture = text.substring(text.indexOf("VPC main"), text.indexOf("\n\n", text.indexOf("VPC main")));
        assertThat(Files.readString(Path.of("..", "docs", "guide", "pictures.md")))
                .contains(picture);
    }
}
