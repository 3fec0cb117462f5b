package io.enikit.operations;

import io.enikit.model.EniId;
import java.util.List;

/** An operation that attaches network interfaces that are there. */
interface Attaches {
    List<EniId> attached();
}
