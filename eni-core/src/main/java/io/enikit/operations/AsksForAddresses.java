package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import java.util.List;

/** An operation that gives addresses or prefixes to interfaces, by itself or among other things. */
interface AsksForAddresses {
    /** Returns what is asked for, by interface and family; nothing for an interface or a subnet that is unknown. */
    List<AddressRequest> addressRequests(NetworkPlan plan);
}
