package io.enikit.limits;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import java.util.List;
import java.util.Optional;

/** The network cards of a type, with the flexible interfaces counted in. */
final class Cards {
    private Cards() {}

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
