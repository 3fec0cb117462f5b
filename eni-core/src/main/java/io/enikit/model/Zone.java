package io.enikit.model;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An availability zone as an account sees it: a name that differs from account to account, and an id that does not. */
public final class Zone {
    /** A Region, then a letter as in eu-west-1a, or the place of a local or Wavelength zone as in us-west-2-lax-1a. */
    private static final Pattern NAME = Pattern.compile("([a-z]{2,}(?:-[a-z]+)+-[0-9]+)(?:[a-z]|(?:-[a-z0-9]+)+)");

    private final String name;
    private final Optional<String> zoneId;

    /** The account in which the zone has this name, where it is known. */
    private final Optional<String> ownerId;

    private Zone(String name, Optional<String> zoneId, Optional<String> ownerId) {
        this.name = name;
        this.zoneId = zoneId;
        this.ownerId = ownerId;
    }

    /**
     * Returns a zone.
     *
     * @param name the name, such as {@code eu-west-1a}
     * @param zoneId the id, such as {@code euw1-az2}, where it is known
     * @param ownerId the account in which the zone has this name, where it is known
     * @return the zone
     */
    public static Zone of(String name, Optional<String> zoneId, Optional<String> ownerId) {
        return new Zone(
                requireNonNull(name, "name"), requireNonNull(zoneId, "zoneId"), requireNonNull(ownerId, "ownerId"));
    }

    /** {@return the name, such as {@code eu-west-1a}} */
    public String name() {
        return name;
    }

    /** {@return the id, such as {@code euw1-az2}, where it is known} */
    public Optional<String> zoneId() {
        return zoneId;
    }

    /**
     * Returns the Region, which the names of zones begin with.
     *
     * @return such as {@code us-west-2} for {@code us-west-2a} and for the local zone {@code us-west-2-lax-1a}; empty if
     *     the name is not like that of a zone
     */
    public Optional<String> region() {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    /**
     * Checks whether another zone is certainly not this one.
     *
     * <p>Ids decide, where both are known. Else names do, unless they are known to be those of different accounts.
     *
     * @param other a zone
     * @return false if it is the same zone, or may be
     */
    public boolean isOtherThan(Zone other) {
        requireNonNull(other, "other");
        if (zoneId.isPresent() && other.zoneId.isPresent()) {
            return !zoneId.equals(other.zoneId);
        }
        boolean ofTwoAccounts = ownerId.isPresent() && other.ownerId.isPresent() && !ownerId.equals(other.ownerId);
        return !name.equals(other.name) && !ofTwoAccounts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Zone that
                && name.equals(that.name)
                && zoneId.equals(that.zoneId)
                && ownerId.equals(that.ownerId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, zoneId, ownerId);
    }

    /**
     * Returns the name, with the id behind it if another zone has the same name.
     *
     * @param other the zone that is mentioned beside this one
     * @return such as {@code eu-west-1a}, or {@code eu-west-1a (euw1-az2)}
     */
    public String nameBeside(Zone other) {
        boolean alike = name.equals(requireNonNull(other, "other").name);
        return name + zoneId.filter(id -> alike).map(id -> " (" + id + ")").orElse("");
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
