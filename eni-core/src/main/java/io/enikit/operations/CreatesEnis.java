package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import java.util.Collection;
import java.util.List;

/** An operation that creates network interfaces, by itself or among other things. */
interface CreatesEnis extends Creates, AsksForAddresses {
    /** {@return the requests for interfaces} */
    List<CreateEni> createdEnis();

    @Override
    default Collection<String> createdTagKeys() {
        return createdEnis().stream()
                .flatMap(request -> request.tags().keySet().stream())
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    default List<AddressRequest> addressRequests(NetworkPlan plan) {
        return createdEnis().stream()
                .flatMap(request -> NewEni.addressRequests(request, plan).stream())
                .collect(ImmutableList.toImmutableList());
    }
}
