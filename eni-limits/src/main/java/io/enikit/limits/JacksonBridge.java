package io.enikit.limits;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The only access to the classes that need Jackson, so that all others work without it. */
final class JacksonBridge {
    private JacksonBridge() {}

    static Collection<InstanceLimits> read(List<? extends InputStream> pages) {
        try {
            return DescribeReader.read(pages);
        } catch (NoClassDefFoundError | IllegalAccessError | NoSuchMethodError e) {
            if (!isAboutJackson(e.getMessage())) {
                throw e;
            }
            throw new IllegalStateException(
                    "describe-instance-types output needs com.fasterxml.jackson.core:jackson-core 2.13 or later; add it to the"
                            + " class path, or to the module path with \"requires com.fasterxml.jackson.core\"",
                    e);
        }
    }

    private static boolean isAboutJackson(@Nullable String message) {
        return message != null && message.replace('/', '.').contains("com.fasterxml.jackson");
    }
}
