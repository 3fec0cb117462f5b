package io.enikit.store;

import io.enikit.net.Cidr;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time for which a block was held. */
public final class Tenure {
    private final Effect effect;
    private final @Nullable PoolEvent granted;
    private final @Nullable PoolEvent released;

    private Tenure(Effect effect, @Nullable PoolEvent granted, @Nullable PoolEvent released) {
        this.effect = effect;
        this.granted = granted;
        this.released = released;
    }

    static Tenure since(PoolEvent granted) {
        return new Tenure(granted.effect(), granted, null);
    }

    static Tenure before(Effect effect) {
        return new Tenure(effect, null, null);
    }

    Tenure until(PoolEvent end) {
        return new Tenure(effect, granted, end);
    }

    /** {@return the block} */
    public Cidr cidr() {
        return effect.block();
    }

    /** {@return whose it was, or an empty text} */
    public String owner() {
        return effect.owner();
    }

    /** {@return which of the owner's blocks it was, or an empty text} */
    public String key() {
        return effect.key();
    }

    /** {@return the number of the grant} */
    public long sequence() {
        return effect.sequence();
    }

    /** {@return when and by whom it was granted, or empty if that event is not kept any more} */
    public Optional<PoolEvent> granted() {
        return Optional.ofNullable(granted);
    }

    /** {@return when and by whom it was released, or empty if it is still held} */
    public Optional<PoolEvent> released() {
        return Optional.ofNullable(released);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tenure that
                && effect.equals(that.effect)
                && Objects.equals(granted, that.granted)
                && Objects.equals(released, that.released);
    }

    @Override
    public int hashCode() {
        return Objects.hash(effect, granted, released);
    }

    /**
     * Returns the grant, and from when to when.
     *
     * @return for example {@code 10.0.0.0/24 #1 web, from 2026-11-30T10:00:00Z by alice to 2026-12-01T08:00:00Z by bob}
     */
    @Override
    public String toString() {
        return cidr() + " #" + sequence()
                + (owner().isEmpty() ? "" : " " + owner())
                + (key().isEmpty() ? "" : " [" + key() + "]")
                + ", from " + (granted == null ? "before the kept history" : moment(granted))
                + (released == null ? "" : " to " + moment(released));
    }

    private static String moment(PoolEvent event) {
        Instant at = event.at();
        return event.by().isEmpty() ? at.toString() : at + " by " + event.by();
    }
}
