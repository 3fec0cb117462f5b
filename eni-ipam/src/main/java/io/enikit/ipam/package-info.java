/** Address allocation: pools, layouts, and the planner of whole networks. */
@NullMarked
package io.enikit.ipam;

import org.jspecify.annotations.NullMarked;
