package io.enikit.json.text;

import io.enikit.json.Origin;
import io.enikit.json.ReadLimits;
import io.enikit.json.UnreadableException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is left of the limits of one reading. All that is held or made is charged here, be it read or evaluated.
 *
 * <p>Each charge is also the moment at which a reading is given up because its time is over or its thread is interrupted.
 */
public final class Budget {
    private static final int CHARGES_BETWEEN_LOOKS = 1_024;
    private static final String MADE = ", counting what functions, merges and aliases make";

    private final ReadLimits limits;
    private final long start;
    private long values;
    private long characters;
    private long addresses;
    private int charges;

    public Budget(ReadLimits limits) {
        this(limits, System.nanoTime());
    }

    private Budget(ReadLimits limits, long start) {
        this.limits = limits;
        this.start = start;
    }

    /** Returns a budget of the same size for something else; the time goes on. */
    public Budget again() {
        return new Budget(limits, start);
    }

    /** Returns whether a charge was refused. */
    public boolean isUsedUp() {
        return values > limits.values() || characters > limits.characters() || addresses > limits.addresses();
    }

    public ReadLimits limits() {
        return limits;
    }

    /** Charges values that are held. */
    public void values(long number, Place at) {
        values += number;
        if (values > limits.values()) {
            throw at.refuse(beyond(limits.values() + " values" + MADE, "withValues"));
        }
        look(at);
    }

    public void value(Place at) {
        values(1, at);
    }

    /** Charges the characters of a text that is held. */
    public void text(CharSequence text, Place at) {
        characters(text.length(), at);
    }

    /** Charges the characters of a text whose place is asked for if they are refused. */
    void text(String text, Supplier<Place> at) {
        characters += text.length();
        if (characters > limits.characters()) {
            characters(0, at.get());
        } else if (++charges % CHARGES_BETWEEN_LOOKS == 0) {
            lookNow(at.get());
        }
    }

    /** Charges characters, at best before they are put together. */
    public void characters(long number, Place at) {
        characters += number;
        if (characters > limits.characters()) {
            throw at.refuse(beyond(limits.characters() + " characters" + MADE, "withCharacters"));
        }
        look(at);
    }

    /** Charges a finding, an unknown value or the like, with the characters of its texts. */
    public void note(int length, Origin at) {
        values++;
        characters += length;
        if (values > limits.values()) {
            throw refused(beyond(limits.values() + " values" + MADE, "withValues"), at);
        } else if (characters > limits.characters()) {
            throw refused(beyond(limits.characters() + " characters" + MADE, "withCharacters"), at);
        }
        look().ifPresent(reason -> {
            throw refused(reason, at);
        });
    }

    /** Charges addresses and prefixes that EC2 is to choose. */
    public void addresses(long number, Origin at) {
        addresses += number;
        if (addresses > limits.addresses()) {
            throw refused(
                    beyond(limits.addresses() + " addresses and prefixes that EC2 is to choose", "withAddresses"), at);
        }
    }

    /** Refuses what is nested too deep. */
    void depth(int depth, Place at) {
        if (depth > limits.depth()) {
            throw at.refuse(tooDeep());
        }
    }

    String tooDeep() {
        return "it is nested deeper than " + limits.depth() + " levels; ReadLimits.withDepth allows more";
    }

    public String tooLong() {
        return "it is longer than " + limits.bytes() + " bytes; ReadLimits.withBytes allows more";
    }

    String tooLongForYaml() {
        return "it is longer than " + limits.characters()
                + " characters, which is the limit for YAML; ReadLimits.withCharacters allows more";
    }

    private static String beyond(String limit, String wither) {
        return "there are more than " + limit + "; ReadLimits." + wither + " allows more";
    }

    private static UnreadableException refused(String reason, Origin at) {
        return ValueAccess.get().unreadable(reason, at, 0, null);
    }

    /** What is held now, to go back to once it is let go. */
    public record Mark(long values, long characters) {}

    public Mark mark() {
        return new Mark(values, characters);
    }

    public void backTo(Mark mark) {
        values = mark.values;
        characters = mark.characters;
    }

    /** Gives up if the time is over or the thread is interrupted; looks at them now and then only. */
    public void look(Place at) {
        if (++charges % CHARGES_BETWEEN_LOOKS == 0) {
            lookNow(at);
        }
    }

    private Optional<String> look() {
        return ++charges % CHARGES_BETWEEN_LOOKS == 0 ? overdue() : Optional.empty();
    }

    public void lookNow(Place at) {
        overdue().ifPresent(reason -> {
            throw at.refuse(reason);
        });
    }

    private Optional<String> overdue() {
        if (Thread.currentThread().isInterrupted()) {
            return Optional.of("the thread that reads was interrupted");
        }
        return limits.time()
                .filter(most -> System.nanoTime() - start > nanos(most))
                .map(most -> "reading takes longer than " + most + "; ReadLimits.withTime allows more");
    }

    private static long nanos(java.time.Duration time) {
        return time.toDays() > 365 ? Long.MAX_VALUE : time.toNanos();
    }
}
