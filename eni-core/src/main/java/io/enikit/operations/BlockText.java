package io.enikit.operations;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.Optional;

/**
 * A block as a request states it: text, which EC2 reads leniently.
 *
 * @param parameter the name of the parameter
 * @param text such as {@code 10.0.0.0/16}
 * @param family the family that the parameter is for
 */
record BlockText(String parameter, String text, IpFamily family) {
    /** Returns the block, host bits cleared, or empty where the text is none of this family. */
    Optional<Cidr> cidr() {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String lowest = Cidr.all(family).first().toString();
        return IpAddress.tryParse(text.substring(0, slash))
                .filter(address -> address.family() == family)
                .flatMap(address -> Cidr.tryParse(lowest + text.substring(slash))
                        .map(length -> Cidr.containing(address, length.prefixLength())));
    }

    /** Returns the block, given that the text is one. */
    Cidr orElseThrow() {
        return cidr().orElseThrow();
    }
}
