/** Addresses, blocks, ranges, sets, tables, free space and MACs. No cloud words. */
@NullMarked
package io.enikit.net;

import org.jspecify.annotations.NullMarked;
