/** Measures io.enikit.net against its peers: {@code Benchmarks} runs all and prints the table. */
@NullMarked
package io.enikit.benchmarks;

import org.jspecify.annotations.NullMarked;
