/**
 * Plans from what people have: AWS CLI output, CloudFormation templates, Terraform plans.
 *
 * <p>Start with {@link io.enikit.json.PlanReader}; the other names follow from it.
 *
 * <pre>{@code
 * Reading reading = PlanReader.create().read(Path.of("subnets.json"), Path.of("enis.json"));
 * reading.plan().enis().size();
 * reading.check(Ec2Rules.standard().and(LimitRules.bundled())).orElseThrow();
 * }</pre>
 *
 * <p>This is no client of AWS, CloudFormation or Terraform: it reads the files that they read and write. What cannot be
 * known from a file is said to be unknown, never guessed.
 */
@NullMarked
package io.enikit.json;

import org.jspecify.annotations.NullMarked;
