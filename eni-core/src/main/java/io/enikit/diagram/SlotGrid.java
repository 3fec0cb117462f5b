package io.enikit.diagram;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.EniId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The places for interfaces that an instance has, and what is in them. */
public final class SlotGrid {
    private final List<Slot> slots;

    private SlotGrid(List<Slot> slots) {
        this.slots = ImmutableList.copyOf(requireNonNull(slots, "slots"));
    }

    /**
     * Returns a grid of places.
     *
     * @param slots the places, by network card and device index
     * @return the grid
     */
    public static SlotGrid of(List<Slot> slots) {
        return new SlotGrid(slots);
    }

    /** {@return the places, by network card and device index} */
    public List<Slot> slots() {
        return slots;
    }

    /** {@return how many places hold an interface} */
    public int used() {
        return (int) slots.stream().filter(slot -> slot.eni().isPresent()).count();
    }

    /** {@return how many places are free} */
    public int free() {
        return slots.size() - used();
    }

    /**
     * Finds the place of an interface.
     *
     * @param eni the interface
     * @return its place, or empty if it is in none
     */
    public Optional<Slot> slotOf(EniId eni) {
        requireNonNull(eni, "eni");
        return slots.stream()
                .filter(slot -> slot.eni().filter(eni::equals).isPresent())
                .findFirst();
    }

    /** One place for an interface. */
    public static final class Slot {
        private final int networkCardIndex;
        private final int deviceIndex;
        private final Optional<EniId> eni;
        private final String name;
        private final int addresses;
        private final OptionalInt addressLimit;

        private Slot(
                int networkCardIndex,
                int deviceIndex,
                Optional<EniId> eni,
                String name,
                int addresses,
                OptionalInt addressLimit) {
            this.eni = requireNonNull(eni, "eni");
            this.name = requireNonNull(name, "name");
            this.addressLimit = requireNonNull(addressLimit, "addressLimit");
            this.networkCardIndex = networkCardIndex;
            this.deviceIndex = deviceIndex;
            this.addresses = addresses;
        }

        /**
         * Returns a place.
         *
         * @param networkCardIndex the index of the network card
         * @param deviceIndex the device index on the card
         * @param eni the interface that is here, if there is one
         * @param addresses how many private IPv4 addresses it has, each delegated prefix counted as one
         * @param addressLimit how many it may have, absent where that is unknown
         * @return the place
         */
        public static Slot of(
                int networkCardIndex, int deviceIndex, Optional<EniId> eni, int addresses, OptionalInt addressLimit) {
            String name = requireNonNull(eni, "eni").map(EniId::toString).orElse("");
            return new Slot(networkCardIndex, deviceIndex, eni, name, addresses, addressLimit);
        }

        /**
         * Returns this place with what its interface is called in pictures.
         *
         * @param name a name
         * @return the place
         */
        public Slot withName(String name) {
            return new Slot(networkCardIndex, deviceIndex, eni, name, addresses, addressLimit);
        }

        /** {@return the index of the network card} */
        public int networkCardIndex() {
            return networkCardIndex;
        }

        /** {@return the device index on the card} */
        public int deviceIndex() {
            return deviceIndex;
        }

        /** {@return the interface that is here, if there is one} */
        public Optional<EniId> eni() {
            return eni;
        }

        /** {@return what the interface is called: its id unless it has another name, nothing where there is none} */
        public String name() {
            return name;
        }

        /** {@return how many private IPv4 addresses it has, each delegated prefix counted as one} */
        public int addresses() {
            return addresses;
        }

        /** {@return how many it may have, absent where that is unknown} */
        public OptionalInt addressLimit() {
            return addressLimit;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Slot that
                    && networkCardIndex == that.networkCardIndex
                    && deviceIndex == that.deviceIndex
                    && eni.equals(that.eni)
                    && name.equals(that.name)
                    && addresses == that.addresses
                    && addressLimit.equals(that.addressLimit);
        }

        @Override
        public int hashCode() {
            return Objects.hash(networkCardIndex, deviceIndex, eni, name, addresses, addressLimit);
        }

        @Override
        public String toString() {
            return VisibleText.of(
                    "Slot[networkCardIndex=" + networkCardIndex + ", deviceIndex=" + deviceIndex + ", eni=" + eni
                            + ", name=" + name + ", addresses=" + addresses + ", addressLimit=" + addressLimit + "]");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlotGrid that && slots.equals(that.slots);
    }

    @Override
    public int hashCode() {
        return slots.hashCode();
    }

    @Override
    public String toString() {
        return "SlotGrid[slots=" + slots + "]";
    }
}
