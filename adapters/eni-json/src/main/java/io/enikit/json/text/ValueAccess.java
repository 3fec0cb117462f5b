package io.enikit.json.text;

import static java.util.Objects.requireNonNull;

import io.enikit.json.Origin;
import io.enikit.json.ReadLimits;
import io.enikit.json.Unknown;
import io.enikit.json.UnreadableException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Makes the values of what was read whose constructors no user calls: places, unknown values and faults of files. */
public abstract class ValueAccess {
    private static @Nullable ValueAccess access;

    /** Called once, by the package of these values. */
    protected ValueAccess() {}

    /** Gives access. The class {@code ReadLimits} does so when it is initialized: nothing is read without limits. */
    public static void set(ValueAccess given) {
        access = given;
    }

    /** Returns the access. */
    public static ValueAccess get() {
        if (access == null) {
            ReadLimits.defaults();
        }
        return requireNonNull(access, "access");
    }

    /**
     * Returns a place.
     *
     * @param file the name of the file
     * @param path the place in it as a JSON pointer
     * @param line the line in the file, from 1 on; absent where there is no text
     * @param name the name of the resource there; absent where it has none
     */
    public abstract Origin origin(String file, String path, OptionalInt line, Optional<String> name);

    /** Returns the same place, of a resource with a name. */
    public abstract Origin named(Origin origin, String name);

    /** Returns the same place as people call it. */
    public abstract Origin calling(Origin origin, String label);

    /** Returns what people call a place, where that is not the path to it. */
    public abstract Optional<String> label(Origin origin);

    /** Returns a value that is left open at a place. */
    public abstract Unknown unknown(String reason, Origin origin);

    /**
     * Returns a fault of a file.
     *
     * @param reason what is wrong
     * @param origin where it is
     * @param column the column in the line, from 1 on; 0 if it is not known
     * @param cause what made it known; null if that is no exception
     */
    public abstract UnreadableException unreadable(String reason, Origin origin, int column, @Nullable Throwable cause);
}
