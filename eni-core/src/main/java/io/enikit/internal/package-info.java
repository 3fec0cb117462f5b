/** What the packages of this module may ask of each other, and nobody else: it is not exported. */
@NullMarked
package io.enikit.internal;

import org.jspecify.annotations.NullMarked;
