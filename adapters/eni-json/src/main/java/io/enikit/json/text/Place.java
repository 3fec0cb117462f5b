package io.enikit.json.text;

import io.enikit.json.Origin;
import io.enikit.json.UnreadableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The place of a value: the place around it, the step to it, and where it starts in the text if there is one. */
public final class Place {
    private final @Nullable Place around;
    /** The key of a member, or the name of the file; null for an item of a list. */
    private final @Nullable String key;

    private final int index;
    private final int line;
    private final int column;

    private Place(@Nullable Place around, @Nullable String key, int index, int line, int column) {
        this.around = around;
        this.key = key;
        this.index = index;
        this.line = line;
        this.column = column;
    }

    /** Returns the place of a whole document. */
    public static Place of(String file) {
        return new Place(null, file, 0, 0, 0);
    }

    Place at(int newLine, int newColumn) {
        return new Place(around, key, index, newLine, newColumn);
    }

    Place key(String key, int keyLine, int keyColumn) {
        return new Place(this, key, 0, keyLine, keyColumn);
    }

    public Place key(String key) {
        return key(key, 0, 0);
    }

    Place index(int index, int itemLine, int itemColumn) {
        return new Place(this, null, index, itemLine, itemColumn);
    }

    /** Returns the place of a copy, which has this place in its text but another one around it. */
    public Place within(Place newAround, String newStep) {
        return new Place(newAround, newStep, 0, line, column);
    }

    public Place within(Place newAround) {
        return new Place(newAround, key, index, line, column);
    }

    /** Returns the last step: a key, an index, or the file. */
    public String step() {
        return key == null ? Integer.toString(index) : key;
    }

    /** Returns the place around this one, which a document has not. */
    public Place around() {
        return around == null ? this : around;
    }

    /** Returns the name of the file. */
    public String file() {
        Place place = this;
        while (place.around != null) {
            place = place.around;
        }
        return place.step();
    }

    public Origin origin() {
        Deque<Place> steps = new ArrayDeque<>();
        OptionalInt known = OptionalInt.empty();
        Place place = this;
        while (true) {
            if (known.isEmpty() && place.line > 0) {
                known = OptionalInt.of(place.line);
            }
            if (place.around == null) {
                break;
            }
            steps.push(place);
            place = place.around;
        }
        StringBuilder path = new StringBuilder();
        for (Place each : steps) {
            path.append('/');
            if (each.key == null) {
                path.append(each.index);
            } else {
                path.append(escape(each.key));
            }
        }
        return ValueAccess.get().origin(place.step(), path.toString(), known, Optional.empty());
    }

    private static String escape(String step) {
        return step.indexOf('~') < 0 && step.indexOf('/') < 0
                ? step
                : step.replace("~", "~0").replace("/", "~1");
    }

    public UnreadableException refuse(String reason) {
        return ValueAccess.get().unreadable(reason, origin(), column, null);
    }

    public UnreadableException refuse(String reason, Throwable cause) {
        return ValueAccess.get().unreadable(reason, origin(), column, cause);
    }
}
