package io.enikit.fake;

import io.enikit.json.PlanReader;
import io.enikit.json.Source;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Plans in files: as text, or as output of describe calls. */
final class SeedFiles {
    private SeedFiles() {}

    static NetworkPlan read(String name, InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return name.endsWith(".json")
                ? PlanReader.create().read(Source.of(name, text)).plan()
                : PlanText.read(text);
    }
}
