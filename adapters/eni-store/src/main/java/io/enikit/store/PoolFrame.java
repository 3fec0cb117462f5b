package io.enikit.store;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.PoolBuilder;
import io.enikit.net.Cidr;
import java.util.List;

/** All of a pool but what is granted: blocks, settings and reservations. */
record PoolFrame(CidrPool empty) {
    static PoolFrame of(CidrPool pool) {
        CidrPool frame = CidrPool.of(pool.blocks().toArray(Cidr[]::new))
                .withPlacement(pool.placement())
                .withReservedAddresses(pool.reservedAddresses());
        for (Cidr reservation : pool.reservations()) {
            frame = frame.reserve(reservation);
        }
        return new PoolFrame(frame);
    }

    static PoolFrame read(String text) {
        return new PoolFrame(CidrPool.read(text));
    }

    String write() {
        return empty.write();
    }

    /** A builder with this frame and the grants of another. */
    PoolBuilder with(List<Allocation> grants, long sequence) {
        PoolBuilder builder = empty.toBuilder().sequence(sequence);
        for (Allocation each : grants) {
            builder.addAllocation(each.cidr(), each.owner(), each.key(), each.sequence());
        }
        return builder;
    }
}
