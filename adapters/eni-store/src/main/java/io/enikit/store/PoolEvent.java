package io.enikit.store;

import io.enikit.net.Cidr;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a pool: what became of it, never what was asked for.
 *
 * <p>The text of an event is one line, which {@link #parse} turns into an equal event; a {@link PoolLog} may keep that.
 */
public final class PoolEvent {
    /** What an event does. Later versions may add constants. */
    public enum Kind {
        /** Blocks, settings, reservations or the sequence changed; also the first event of each pool. */
        SETTINGS,
        /** A block was granted. */
        GRANTED,
        /** A block was released. */
        RELEASED
    }

    private final long version;
    private final Effect effect;
    private final Instant at;
    private final String by;
    private final @Nullable UUID request;
    private final long token;

    PoolEvent(long version, Effect effect, Instant at, String by, @Nullable UUID request, long token) {
        this.version = version;
        this.effect = effect;
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.by = Effect.checkText("actor", by);
        this.request = request;
        this.token = token;
    }

    /** {@return the version of the pool after this event, 1 for the first} */
    public long version() {
        return version;
    }

    /** {@return what it does} */
    public Kind kind() {
        return effect.kind();
    }

    /** {@return the block, or empty for settings} */
    public Optional<Cidr> cidr() {
        return Optional.ofNullable(effect.cidr());
    }

    /** {@return whose the block is, or an empty text} */
    public String owner() {
        return effect.owner();
    }

    /** {@return which of the owner's blocks it is, or an empty text} */
    public String key() {
        return effect.key();
    }

    /** {@return the number of the grant, or for settings the sequence of the pool} */
    public long sequence() {
        return effect.sequence();
    }

    /** {@return the time of the change, in microseconds; never before that of an earlier event} */
    public Instant at() {
        return at;
    }

    /** {@return who made the change, as {@link PoolStore#as} said, or an empty text} */
    public String by() {
        return by;
    }

    /** {@return the id of the request, if it was made with one} */
    public Optional<UUID> request() {
        return Optional.ofNullable(request);
    }

    /** The same for all events that were appended at once, and for no others. */
    long token() {
        return token;
    }

    Effect effect() {
        return effect;
    }

    /** Fields apart from the version. */
    PoolEvent withVersion(long newVersion) {
        return new PoolEvent(newVersion, effect, at, by, request, token);
    }

    /**
     * Reads the text of an event.
     *
     * @param line what {@link #toString} has written
     * @return the event
     * @throws IllegalArgumentException if the text is anything else
     */
    public static PoolEvent parse(CharSequence line) {
        String text = Objects.requireNonNull(line, "line").toString();
        String[] fields = text.split(" ", -1);
        try {
            Kind kind = Kind.valueOf(fields[1].toUpperCase(Locale.ROOT));
            boolean isSettings = kind == Kind.SETTINGS;
            Effect effect = new Effect(
                    kind,
                    isSettings ? null : Cidr.parse(fields[7]),
                    isSettings ? "" : decoded(fields[8]),
                    isSettings ? "" : decoded(fields[9]),
                    Long.parseLong(fields[6]),
                    isSettings ? decoded(fields[7]) : null);
            PoolEvent event = new PoolEvent(
                    Long.parseLong(fields[0]),
                    effect,
                    Instant.parse(fields[2]),
                    decoded(fields[3]),
                    fields[4].equals("-") ? null : UUID.fromString(fields[4]),
                    Long.parseUnsignedLong(fields[5], 16));
            if (event.toString().equals(text)) {
                return event;
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not an event: " + text, e);
        }
        throw new IllegalArgumentException("not an event: " + text);
    }

    private static String encoded(String text) {
        return text.isEmpty()
                ? "-"
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("-", "%2D");
    }

    private static String decoded(String field) {
        return field.equals("-") ? "" : URLDecoder.decode(field, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PoolEvent that
                && version == that.version
                && effect.equals(that.effect)
                && at.equals(that.at)
                && by.equals(that.by)
                && Objects.equals(request, that.request)
                && token == that.token;
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, effect, at, by, request, token);
    }

    /**
     * Returns the event as one line of fields: version, kind, time, actor, request, token, sequence, and the rest.
     *
     * @return for example {@code 2 granted 2026-11-30T10:00:00Z alice - 3f 1 10.0.0.0/24 web -}
     */
    @Override
    public String toString() {
        return version + " " + kind().toString().toLowerCase(Locale.ROOT) + " " + at + " " + encoded(by) + " "
                + (request == null ? "-" : request) + " " + Long.toHexString(token) + " " + sequence() + " "
                + (effect.kind() == Kind.SETTINGS
                        ? encoded(effect.frame())
                        : effect.block() + " " + encoded(owner()) + " " + encoded(key()));
    }
}
