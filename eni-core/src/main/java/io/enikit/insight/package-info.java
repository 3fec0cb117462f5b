/**
 * Answers to what operators ask about a plan: whose an interface is, what blocks a deletion, what leaked.
 *
 * <pre>{@code
 * InterfaceOwner.of(eni, plan);                        // load balancer app/web/0123456789abcdef: description "ELB app/web/…"
 * Deletion.of(plan, SubnetId.of("web")).steps();       // what stands in the way, in the order in which it can go
 * Leaks.in(plan);                                      // interfaces, groups and addresses that nothing uses
 * }</pre>
 *
 * <p>Nothing here calls EC2, and nothing here judges a plan: rules do that.
 */
@NullMarked
package io.enikit.insight;

import org.jspecify.annotations.NullMarked;
