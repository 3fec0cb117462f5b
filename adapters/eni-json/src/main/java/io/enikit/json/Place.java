package io.enikit.json;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The place of a value: the place around it, the step to it, and where it starts in the text if there is one. */
final class Place {
    private final @Nullable Place around;
    private final String step;
    private final int line;
    private final int column;

    private Place(@Nullable Place around, String step, int line, int column) {
        this.around = around;
        this.step = step;
        this.line = line;
        this.column = column;
    }

    /** Returns the place of a whole document. */
    static Place of(String file) {
        return new Place(null, file, 0, 0);
    }

    Place at(int newLine, int newColumn) {
        return new Place(around, step, newLine, newColumn);
    }

    Place key(String key, int keyLine, int keyColumn) {
        return new Place(this, key, keyLine, keyColumn);
    }

    Place key(String key) {
        return key(key, 0, 0);
    }

    Place index(int index, int itemLine, int itemColumn) {
        return new Place(this, Integer.toString(index), itemLine, itemColumn);
    }

    /** Returns the place of a copy, which has this place in its text but another one around it. */
    Place within(Place newAround, String newStep) {
        return new Place(newAround, newStep, line, column);
    }

    Place within(Place newAround) {
        return within(newAround, step);
    }

    /** Returns the last step: a key, an index, or the file. */
    String step() {
        return step;
    }

    /** Returns the place around this one, which a document has not. */
    Place around() {
        return around == null ? this : around;
    }

    Origin origin() {
        StringBuilder path = new StringBuilder();
        @Nullable Place place = this;
        String file = step;
        OptionalInt known = OptionalInt.empty();
        while (place != null) {
            if (known.isEmpty() && place.line > 0) {
                known = OptionalInt.of(place.line);
            }
            file = place.step;
            if (place.around != null) {
                path.insert(0, "/" + escape(place.step));
            }
            place = place.around;
        }
        return new Origin(file, path.toString(), known, Optional.empty());
    }

    private static String escape(String step) {
        return step.indexOf('~') < 0 && step.indexOf('/') < 0
                ? step
                : step.replace("~", "~0").replace("/", "~1");
    }

    UnreadableException refuse(String reason) {
        return new UnreadableException(reason, origin(), column);
    }

    UnreadableException refuse(String reason, Throwable cause) {
        return new UnreadableException(reason, origin(), column, cause);
    }
}
