/**
 * Addresses, blocks, ranges, sets, tables, free space and MACs.
 *
 * <p>Start with {@link io.enikit.net.IpAddress} and {@link io.enikit.net.Cidr}. {@link io.enikit.net.IpSet} is for many
 * blocks at once, {@link io.enikit.net.IpTable} for what belongs to a block, {@link io.enikit.net.FreeSpace} for giving
 * blocks out.
 *
 * <pre>{@code
 * Cidr block = Cidr.parse("10.0.0.0/16");
 * block.contains(IpAddress.parse("10.0.3.7"));                        // true
 * Cidr.parse("10.0.0.5/24");                                          // AddressParseException: … did you mean 10.0.0.0/24 (at index 7)
 * IpSet rest = IpSet.of(block).subtract(IpSet.of(Cidr.parse("10.0.1.0/24")));
 * FreeSpace.of(block).lowest(24);                                     // Optional[10.0.0.0/24]
 * }</pre>
 *
 * <p>Everything here is an immutable value, safe for use by many threads. Both families share each type. Text is
 * strict, and what {@code toString} writes {@code parse} reads.
 *
 * <p>This is not a network library: nothing is resolved, pinged or bound, and no cloud is known here. A null argument
 * ends in a {@link java.lang.NullPointerException}.
 */
@NullMarked
package io.enikit.net;

import org.jspecify.annotations.NullMarked;
