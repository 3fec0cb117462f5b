/** How many interfaces and addresses each EC2 instance type may have, and what follows from it. */
@NullMarked
package io.enikit.limits;

import org.jspecify.annotations.NullMarked;
