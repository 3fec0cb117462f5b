package io.enikit.json;

import io.enikit.internal.VisibleText;
import io.enikit.model.DamagedTextException;
import java.util.List;

/** Thrown if a file cannot be read, with the first thing that is wrong and its place. */
public final class UnreadableException extends DamagedTextException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PATH = 500;

    /** Where the first fault is. */
    private final Origin origin;

    /** Whether nothing is broken in the file, and it is of another kind. */
    private boolean ofAnotherKind;

    UnreadableException(String reason, Origin origin, int column, Throwable cause) {
        super(message(reason, origin, column), List.of(message(reason, origin, column)), cause);
        this.origin = origin;
    }

    UnreadableException(String reason, Origin origin, int column) {
        super(message(reason, origin, column), List.of(message(reason, origin, column)));
        this.origin = origin;
    }

    private static String message(String reason, Origin origin, int column) {
        StringBuilder text =
                new StringBuilder(VisibleText.brief(origin.file())).append(": ").append(VisibleText.brief(reason));
        String separator = " (";
        if (origin.line().isPresent()) {
            text.append(separator).append("line ").append(origin.line().getAsInt());
            if (column > 0) {
                text.append(", column ").append(column);
            }
            separator = ", ";
        }
        if (!origin.path().isEmpty()) {
            text.append(separator).append("path ").append(VisibleText.brief(origin.path(), LONGEST_PATH));
            separator = ", ";
        }
        return text.append(separator.equals(", ") ? ")" : "").toString();
    }

    /** Returns this exception, which says that the file is of another kind. */
    UnreadableException ofAnotherKind() {
        ofAnotherKind = true;
        return this;
    }

    /** {@return whether the file is JSON or YAML of another kind, such as a {@code package.json}, and nothing is broken in it} */
    public boolean isOfAnotherKind() {
        return ofAnotherKind;
    }

    /** {@return where the fault is} */
    public Origin origin() {
        return origin;
    }
}
