/**
 * What EC2 would refuse, and with which code.
 *
 * <p>Start with {@link io.enikit.rules.Ec2Rules}, which holds the rules. {@link io.enikit.rules.RuleSet#check} applies them to a plan and
 * {@link io.enikit.rules.Report} lists every violation.
 *
 * <pre>{@code
 * Report report = Ec2Rules.standard().check(plan);
 * report.violations().get(0);    // [ERROR] app-1/eth1: 10.0.0.3 is one of the five addresses … | eni.ipv4.reserved | InvalidParameterValue
 * }</pre>
 *
 * <p>A rule of your own joins the others:
 *
 * <pre>{@code
 * Rule<Eni> named = RuleInfo.of("acme.eni.named", Phase.STATE)
 *         .withSummary("Interfaces have a Name tag.")
 *         .documented("our own handbook")
 *         .rule(Eni.class, (eni, plan, faults) -> {
 *             if (!eni.tags().containsKey("Name")) {
 *                 faults.add("it has no Name tag", "add one");
 *             }
 *         });
 * RuleSet rules = Ec2Rules.standard().and(RuleSet.of(named));
 * }</pre>
 *
 * <p>Nothing here changes a plan; that is what {@code io.enikit.operations} is for.
 */
@NullMarked
package io.enikit.rules;

import org.jspecify.annotations.NullMarked;
