package io.enikit.capacity;

import io.enikit.model.RefusedException;
import java.util.List;

/** Thrown if operations were expected, but an instance cannot have that many addresses. */
public final class NodeRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    NodeRefusedException(String reason) {
        super(reason, List.of(reason));
    }
}
