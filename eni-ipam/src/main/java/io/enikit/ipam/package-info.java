/**
 * Address allocation: pools that keep a ledger, and layouts that never move blocks.
 *
 * <p>Start with {@link io.enikit.ipam.CidrPool}, which allocates blocks and releases only what it allocated, and
 * {@link io.enikit.ipam.CidrLayout}, which assigns blocks to names and keeps them from plan to plan.
 *
 * <pre>{@code
 * Cidr block = Cidr.parse("10.0.0.0/16");
 * Allocation a = CidrPool.of(block).allocate("web", 24).orElseThrow();
 * a.cidr();                                                            // 10.0.0.0/24
 * a.pool().free().size();                                              // 65280
 * CidrLayout first = CidrLayout.empty(block).plan(Map.of("web/a", 24, "web/b", 24));
 * CidrLayout next = first.plan(Map.of("web/a", 24, "web/b", 24, "web/c", 24));
 * next.diffFrom(first);                                                // added 1, moved 0, removed 0
 * }</pre>
 *
 * <p>{@link io.enikit.ipam.NetworkPlanner} makes whole plans. {@link io.enikit.ipam.SharedPool} is a pool for many threads.
 * {@link io.enikit.ipam.TerraformFunctions} predicts what a Terraform plan will contain.
 *
 * <p>This is not a service: nothing is stored, no cloud is called, and there is no clock, so nothing expires. What still
 * fits into the subnets of a plan is answered by {@link io.enikit.capacity}. All types but the shared pool are immutable
 * values.
 */
@NullMarked
package io.enikit.ipam;

import org.jspecify.annotations.NullMarked;
