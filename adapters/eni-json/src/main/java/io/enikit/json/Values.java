package io.enikit.json;

import io.enikit.json.text.ValueAccess;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Lets the packages that read files make the values of this one. */
final class Values extends ValueAccess {
    @Override
    public Origin origin(String file, String path, OptionalInt line, Optional<String> name) {
        return new Origin(file, path, line, name);
    }

    @Override
    public Origin named(Origin origin, String name) {
        return origin.named(name);
    }

    @Override
    public Origin calling(Origin origin, String label) {
        return origin.calling(label);
    }

    @Override
    public Optional<String> label(Origin origin) {
        return origin.label();
    }

    @Override
    public Unknown unknown(String reason, Origin origin) {
        return new Unknown(reason, origin);
    }

    @Override
    public UnreadableException unreadable(String reason, Origin origin, int column, @Nullable Throwable cause) {
        return cause == null
                ? new UnreadableException(reason, origin, column)
                : new UnreadableException(reason, origin, column, cause);
    }
}
