/** What the packages of this module may ask of each other, and the trees that plans are made of. It is not exported. */
@NullMarked
package io.enikit.internal;

import org.jspecify.annotations.NullMarked;
