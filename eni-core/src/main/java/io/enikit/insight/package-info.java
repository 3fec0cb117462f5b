/**
 * Answers to what operators ask about a plan: whose an interface is, what blocks a deletion, what leaked, what leads on.
 *
 * <p>Start with {@link io.enikit.insight.InterfaceOwner}, {@link io.enikit.insight.Deletion}, {@link io.enikit.insight.Leaks}
 * or {@link io.enikit.insight.Transition}, one for each of these questions. {@link io.enikit.insight.AwsCommands} writes the
 * operations that they answer with as command lines.
 *
 * <pre>{@code
 * InterfaceOwner.of(plan.eni("app-1/eth1").orElseThrow(), plan);      // EC2 instance app-1 (by its attachment): detach it, …
 * Deletion.of(plan, SubnetId.of("web")).operations().size();          // 4: two terminations, a deletion, then the subnet
 * Leaks.in(plan).all();                                               // []
 * }</pre>
 *
 * <p>Nothing here calls EC2, and nothing here judges a plan: rules do that.
 */
@NullMarked
package io.enikit.insight;

import org.jspecify.annotations.NullMarked;
