package io.enikit.ipam;

import io.enikit.model.RefusedException;
import java.util.List;

/** Thrown if blocks were expected, but a pool refused them. */
public final class AllocationRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    AllocationRefusedException(List<String> reasons) {
        super(String.join("; ", reasons), reasons);
    }
}
