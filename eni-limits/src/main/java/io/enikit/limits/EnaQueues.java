package io.enikit.limits;

/**
 * The queues of a network card that its ENA interfaces share.
 *
 * <p>Source: EC2 API reference, "NetworkCardInfo".
 *
 * @param defaultPerInterface how many an interface has unless it asks for another number, 1 or more
 * @param maximumPerInterface how many one interface can have, 1 or more
 * @param maximum how many all interfaces of the card can have together, 1 or more
 */
public record EnaQueues(int defaultPerInterface, int maximumPerInterface, int maximum) {
    /**
     * Checks the numbers.
     *
     * @param defaultPerInterface how many an interface has unless it asks for another number, 1 or more
     * @param maximumPerInterface how many one interface can have, 1 or more
     * @param maximum how many all interfaces of the card can have together, 1 or more
     * @throws IllegalArgumentException if a number is less than 1
     */
    public EnaQueues {
        Numbers.atLeast(1, defaultPerInterface, "defaultPerInterface");
        Numbers.atLeast(1, maximumPerInterface, "maximumPerInterface");
        Numbers.atLeast(1, maximum, "maximum");
    }

    /** {@return the three numbers, such as {@code 8/32/64}} */
    @Override
    public String toString() {
        return defaultPerInterface + "/" + maximumPerInterface + "/" + maximum;
    }
}
