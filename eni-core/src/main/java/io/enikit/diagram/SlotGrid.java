package io.enikit.diagram;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.EniId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The places for interfaces that an instance has, and what is in them.
 *
 * @param slots the places, by network card and device index
 */
public record SlotGrid(List<Slot> slots) {
    /**
     * Keeps a copy of the list.
     *
     * @param slots the places
     */
    public SlotGrid(List<Slot> slots) {
        this.slots = ImmutableList.copyOf(requireNonNull(slots, "slots"));
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
        return slots.stream()
                .filter(slot -> slot.eni().filter(eni::equals).isPresent())
                .findFirst();
    }

    /**
     * One place for an interface.
     *
     * @param networkCardIndex the index of the network card
     * @param deviceIndex the device index on the card
     * @param eni the interface that is here, if there is one
     * @param addresses how many private IPv4 addresses it has, each delegated prefix counted as one
     * @param addressLimit how many it may have, absent where that is unknown
     */
    public record Slot(
            int networkCardIndex, int deviceIndex, Optional<EniId> eni, int addresses, OptionalInt addressLimit) {
        /**
         * Checks that nothing is null.
         *
         * @param networkCardIndex the index of the network card
         * @param deviceIndex the device index on the card
         * @param eni the interface that is here, if there is one
         * @param addresses how many private IPv4 addresses it has
         * @param addressLimit how many it may have
         */
        public Slot {
            requireNonNull(eni, "eni");
            requireNonNull(addressLimit, "addressLimit");
        }
    }
}
