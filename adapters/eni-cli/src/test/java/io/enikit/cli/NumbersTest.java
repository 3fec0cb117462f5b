package io.enikit.cli;

import static io.enikit.cli.Eni.eni;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.cli.Eni.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on instance types, layouts and pools. */
class NumbersTest {
    @TempDir
    Path folder;

    @Test
    void types_knownAndUnknown() {
        assertThat(eni("types", "m5.large").out()).contains("m5.large", "10");
        Answer answer = eni("types", "m5.lage");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("did you mean m5.large");
        assertThat(eni("types", "m5", "--interfaces", "15").out())
                .contains("m5.24xlarge")
                .doesNotContain("m5.large");
    }

    @Test
    void pods_showTheArithmetic() {
        assertThat(eni("pods", "m5.large").out()).contains("3 ENIs × (10 − 1) addresses + 2 = 29");
    }

    @Test
    void layout_keepsWhatStands() {
        String lock = folder.resolve("vpc.lock").toString();
        assertThat(eni("layout", lock).err()).contains("give a --block");
        assertThat(eni("layout", lock, "--block=10.0.0.0/16", "a=24", "b=24").status())
                .isZero();
        assertThat(eni("layout", lock, "--check", "a=24", "b=24", "c=24").status())
                .isEqualTo(1);
        assertThat(eni("layout", lock, "b=24", "c=24").status()).isZero();
        assertThat(eni("layout", lock).out()).contains("10.0.1.0/24");
        assertThat(eni("layout", lock, "--check", "b=24", "c=24").status()).isZero();
    }

    @Test
    void pool_isSharedThroughItsFile() {
        String file = folder.resolve("pool.db").toString();
        assertThat(eni("pool", "show", file).err()).contains("there is no such file");
        assertThat(eni("pool", "create", file, "vpcs", "10.0.0.0/15").status()).isZero();
        assertThat(eni("pool", "allocate", file, "vpcs", "orders", "16").out()).contains("10.0.0.0/16");
        assertThat(eni("pool", "allocate", file, "vpcs", "billing", "15").status())
                .isEqualTo(1);
        assertThat(eni("pool", "show", file, "vpcs").out()).contains("10.0.0.0/16  orders");
        assertThat(eni("pool", "release", file, "vpcs", "orders").out()).contains("10.0.0.0/16");
        assertThat(eni("pool", "release", file, "vpcs", "orders").status()).isEqualTo(1);
        assertThat(eni("pool", "show", file, "others").err()).contains("[vpcs]");
    }
}
