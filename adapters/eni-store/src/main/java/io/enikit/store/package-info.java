/**
 * Pools that many processes share, and that outlive them: a {@code CidrPool} is a value, a {@code SharedPool} is shared by
 * threads, and a {@link io.enikit.store.StoredPool} by processes and machines.
 *
 * <p>Start with {@link io.enikit.store.PoolStore}. It keeps pools in a file of SQLite, or in PostgreSQL where one machine
 * is not enough.
 *
 * <pre>{@code
 * PoolStore store = PoolStore.open(Path.of("ipam.db"));
 * StoredPool pool = store.poolOrCreate("vpc-main", CidrPool.of(Cidr.parse("10.0.0.0/16")));
 * Allocation web = pool.allocate("web", 24).orElseThrow();
 * web.cidr();                                                 // 10.0.0.0/24, on disk
 * pool.allocate("web", 24).orElseThrow().cidr();              // 10.0.0.0/24: a retry takes nothing
 * pool.releaseIfHeld(web);                                    // true
 * store.close();
 * }</pre>
 *
 * <p>What is stored is a log, one row for each change, whose primary key admits one change after each version. A process
 * follows it in memory, computes the next pool with the functions of {@code CidrPool}, and appends.
 *
 * <p>This is not a service and not a cache: there are no leases and no cool-down, and nothing is released by itself.
 * Loss of power, network file systems, locks on Windows and macOS, CockroachDB, YugabyteDB and Aurora have not been
 * tried; nothing is promised for them.
 */
@NullMarked
package io.enikit.store;

import org.jspecify.annotations.NullMarked;
