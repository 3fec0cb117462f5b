/**
 * EC2's verbs as values, and {@link io.enikit.operations.Ec2}, which applies them to plans.
 *
 * <pre>{@code
 * Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard());
 * NetworkPlan moved = ec2.apply(plan, DetachEni.of("app-1/eth1"), AttachEni.of("app-1/eth1", "app-2", 1)).orElseThrow();
 * ec2.apply(plan, DetachEni.of("app-1/eth0"));            // refused: OperationNotPermitted: …
 * }</pre>
 *
 * <p>Nothing here calls EC2: a plan goes in, a plan comes out, and the one that went in still stands.
 */
@NullMarked
package io.enikit.operations;

import org.jspecify.annotations.NullMarked;
