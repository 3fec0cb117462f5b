package io.enikit.limits;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one line of the bundled table; without lambdas, as these make the first lookup slow. */
final class Cells {
    private final String line;
    private int next;

    Cells(String line) {
        this.line = line;
    }

    String text(String column) {
        if (next > line.length()) {
            throw new IllegalArgumentException("the line ends before " + column);
        }
        int comma = line.indexOf(',', next);
        int end = comma < 0 ? line.length() : comma;
        String cell = line.substring(next, end);
        next = end + 1;
        return cell;
    }

    /** Returns a text that many lines have in common, so it is kept once. */
    String shared(String column) {
        return text(column).intern();
    }

    OptionalInt number(String column) {
        String cell = text(column);
        return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(whole(cell, column));
    }

    int required(String column) {
        return whole(text(column), column);
    }

    static int whole(String cell, String column) {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " must be a whole number, not \"" + cell + "\"", e);
        }
    }

    OptionalDouble decimal(String column) {
        String cell = text(column);
        try {
            return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " must be a number, not \"" + cell + "\"", e);
        }
    }

    /** Reads a date as in 2026-11-01; by hand, as the JDK's parser takes milliseconds to load. */
    @Nullable
    LocalDate date(String column) {
        String cell = text(column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            if (cell.length() == 10 && cell.charAt(4) == '-' && cell.charAt(7) == '-') {
                return LocalDate.of(
                        Integer.parseInt(cell.substring(0, 4)),
                        Integer.parseInt(cell.substring(5, 7)),
                        Integer.parseInt(cell.substring(8)));
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException(noDate(column, cell), e);
        }
        throw new IllegalArgumentException(noDate(column, cell));
    }

    private static String noDate(String column, String cell) {
        return column + " must be a date as in 2026-11-01, not " + cell;
    }

    @Nullable
    Boolean flag(String column) {
        String cell = text(column);
        return switch (cell) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(column + " must be true or false, not " + cell);
        };
    }

    <E extends Enum<E>> @Nullable E oneOf(String column, E[] values) {
        String cell = text(column);
        if (cell.isEmpty()) {
            return null;
        }
        for (E value : values) {
            if (value.toString().equals(cell)) {
                return value;
            }
        }
        throw new IllegalArgumentException(column + " holds the unknown word " + cell);
    }

    void end() {
        if (next <= line.length()) {
            throw new IllegalArgumentException("the line goes on after as_of");
        }
    }
}
