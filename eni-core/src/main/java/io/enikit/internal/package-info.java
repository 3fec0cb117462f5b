/**
 * What the packages of the library may ask of each other, and the trees and maps that plans are made of. Users cannot reach
 * it.
 */
@NullMarked
package io.enikit.internal;

import org.jspecify.annotations.NullMarked;
