/** Small programs, one idea each. */
@NullMarked
package io.enikit.examples;

import org.jspecify.annotations.NullMarked;
