package io.enikit.limits;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import java.util.List;
import java.util.Optional;

/** The network cards of a type, with the flexible interfaces counted in. */
final class Cards {
    private Cards() {}

    /** Checks that the cards are in order, that the default one is among them, and that their interfaces can be counted. */
    static void check(List<NetworkCard> cards, int defaultIndex) {
        Numbers.atLeast(1, cards.size(), "the number of network cards");
        long interfaces = 0;
        for (int i = 0; i < cards.size(); i++) {
            int index = cards.get(i).networkCardIndex();
            if (index != i) {
                throw new IllegalArgumentException(
                        "network cards must be in order of their indexes, without gaps: expected " + i + ", not "
                                + index);
            }
            interfaces += cards.get(i).maximumNetworkInterfaces();
            interfaces += cards.get(i).additionalFlexibleNetworkInterfaces().orElse(0);
        }
        Numbers.atLeast(0, defaultIndex, "defaultNetworkCardIndex");
        if (defaultIndex >= cards.size()) {
            throw new IllegalArgumentException("defaultNetworkCardIndex is " + defaultIndex + ", but there are only "
                    + cards.size() + " network cards");
        }
        if (interfaces > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the network cards take " + interfaces
                    + " interfaces together, expected at most " + Integer.MAX_VALUE);
        }
    }

    static int mostInterfaces(InstanceLimits limits) {
        int most = 0;
        for (NetworkCard card : limits.networkCards()) {
            most += mostOn(card);
        }
        return most;
    }

    static int mostOn(NetworkCard card) {
        return card.maximumNetworkInterfaces()
                + card.additionalFlexibleNetworkInterfaces().orElse(0);
    }

    static int countOn(NetworkCard card, List<Eni> enis) {
        int count = 0;
        for (Eni eni : enis) {
            if (indexOf(eni) == card.networkCardIndex()) {
                count++;
            }
        }
        return count;
    }

    static int indexOf(Eni eni) {
        Optional<Attachment> attachment = eni.attachment();
        return attachment.isPresent() ? attachment.get().networkCardIndex() : 0;
    }

    /** Finds the card that an interface is attached to, if the type has it. */
    static Optional<NetworkCard> cardOf(Eni eni, InstanceLimits limits) {
        return card(indexOf(eni), limits);
    }

    static Optional<NetworkCard> card(int index, InstanceLimits limits) {
        for (NetworkCard card : limits.networkCards()) {
            if (card.networkCardIndex() == index) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }
}
