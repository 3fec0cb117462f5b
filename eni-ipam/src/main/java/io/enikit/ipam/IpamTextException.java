package io.enikit.ipam;

import io.enikit.model.DamagedTextException;
import java.util.List;

/** Thrown if the text of a pool or layout cannot be read; lists every fault, each with its line. */
public final class IpamTextException extends DamagedTextException {
    private static final long serialVersionUID = 1L;

    IpamTextException(String what, List<String> faults) {
        super(what + ": " + String.join("; ", faults), faults);
    }

    static IpamTextException of(String what, String fault) {
        return new IpamTextException(what, List.of(fault));
    }
}
