/**
 * How many interfaces and addresses each EC2 instance type may have, and what follows from it.
 *
 * <p>Start with {@link io.enikit.limits.InstanceTypes}, the catalogue, and {@link io.enikit.limits.PodCapacity}:
 *
 * <pre>{@code
 * InstanceLimits m5 = InstanceTypes.bundled().limits("m5.large");
 * m5.maximumNetworkInterfaces();                    // 3
 * m5.ipv4AddressesPerInterface();                   // 10
 * PodCapacity.of(m5).withSecondaryIps();            // 29
 * PodCapacity.of(m5).explain();                     // 3 ENIs × (10 − 1) addresses + 2 = 29
 * }</pre>
 *
 * <p>This package has no prices, no memory sizes and no Regions. It never calls AWS. A type that is not in the table is
 * unknown; nothing is guessed.
 */
@NullMarked
@ValueStyle
package io.enikit.limits;

import org.jspecify.annotations.NullMarked;
