/**
 * For tests: made-up network plans, valid and broken, invariants, golden plans, and assertions that speak the domain.
 *
 * <p>Properties of jqwik just ask for what they need; start with {@link io.enikit.testkit.ValidPlan} and
 * {@link io.enikit.testkit.Breaks}.
 *
 * <pre>{@code
 * @Property
 * void myPlanner_neverOverlaps(@ForAll @ValidPlan NetworkPlan plan) {
 *     assertThat(mine.addSubnet(plan)).hasNoOverlaps();
 * }
 * }</pre>
 *
 * <p>Without jqwik, {@link io.enikit.testkit.ValidPlans}, {@link io.enikit.testkit.BrokenPlans} and
 * {@link io.enikit.testkit.OperationSequences} give the same by seed. {@link io.enikit.testkit.Invariants} and
 * {@link io.enikit.testkit.GoldenPlan} need nothing but this library, {@link io.enikit.testkit.EniAssertions} needs
 * AssertJ. Neither is brought along.
 *
 * <p>This is not for production code: what it makes up is made to be hostile.
 */
@NullMarked
package io.enikit.testkit;

import org.jspecify.annotations.NullMarked;
