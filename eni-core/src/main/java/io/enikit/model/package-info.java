/**
 * What a network is made of: VPCs, subnets, security groups, instances, network interfaces and Elastic IPs.
 *
 * <p>Start with {@link io.enikit.model.NetworkPlan}, which holds them all and answers who is where;
 * {@link io.enikit.model.PlanText} writes it, and {@link io.enikit.model.PlanDiff} says how two differ. The types carry facts and judge
 * nothing: a plan with anything wrong in it can be built, and {@code io.enikit.rules} says what is wrong.
 *
 * <pre>{@code
 * NetworkPlan plan = NetworkPlan.builder()
 *         .add(Vpc.builder().id("main").addCidrBlock("10.0.0.0/16").build())
 *         .add(Subnet.builder().id("web").vpcId("main").availabilityZone("eu-west-1a").cidrBlock("10.0.0.0/24").build())
 *         .add(Eni.builder().id("eni-1").subnetId("web").primaryPrivateIpAddress("10.0.0.10").build())
 *         .build();
 * plan.ownerOf(IpAddress.parse("10.0.0.10")).map(Eni::id);  // Optional[eni-1]
 * }</pre>
 *
 * <p>It is not a client: nothing here talks to EC2, and nothing is invented that only EC2 can choose.
 */
@NullMarked
package io.enikit.model;

import org.jspecify.annotations.NullMarked;
