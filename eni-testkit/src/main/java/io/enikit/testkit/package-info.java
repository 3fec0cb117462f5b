/**
 * For tests: made-up network plans, valid and broken, invariants, golden plans, and assertions that speak the domain.
 *
 * <p>{@link io.enikit.testkit.Invariants} and {@link io.enikit.testkit.GoldenPlan} need nothing but this library.
 *
 * <p>This is not for production code: what it makes up is made to be hostile.
 */
@NullMarked
package io.enikit.testkit;

import org.jspecify.annotations.NullMarked;
