/**
 * Capacity of subnets and nodes: what still fits, and what gives a node the addresses it needs.
 *
 * <p>Start with {@link io.enikit.capacity.SubnetBlocks}, which answers how many more addresses, prefixes, instances and
 * nodes fit into a subnet of a plan.
 *
 * <pre>{@code
 * NetworkPlan plan = NetworkPlanner.create()
 *         .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("pods", "eu-west-1a", 24))
 *         .instance("node", "m5.large", i -> i.primaryEni("pods"))
 *         .plan();
 * SubnetBlocks pods = SubnetBlocks.of(plan, "pods").orElseThrow();
 * pods.freeAddresses();                                                // 250
 * pods.nodes(InstanceTypes.bundled().limits("m5.large"), 20);          // 12, limited by addresses
 * NodeAddresses node = NodeAddresses.of(plan, "node", InstanceTypes.bundled()).orElseThrow();
 * node.forPods(20).orElseThrow().size();                               // 3: assign, create, attach
 * }</pre>
 *
 * <p>{@link io.enikit.capacity.AddressNeeds} says what one instance or node needs.
 * {@link io.enikit.capacity.NodeAddresses} returns the operations that give a node more addresses, or take some back.
 * {@link io.enikit.capacity.VpcCniWarmPool} and {@link io.enikit.capacity.CiliumWarmPool} predict how many addresses these
 * plugins keep ready on a Kubernetes node.
 *
 * <p>{@link io.enikit.capacity.NodeRoom} places nodes in the subnets of a VPC, also after the loss of a zone,
 * {@link io.enikit.capacity.ZoneRoom} a load balancer or an endpoint, and {@link io.enikit.capacity.SecondaryBlock} finds a
 * further block where there is too little.
 *
 * <p>This package allocates nothing: blocks are allocated by {@link io.enikit.ipam}, and operations are applied by
 * {@link io.enikit.operations.Ec2}. It watches no cluster. All types are immutable values. Capacity means IPv4 addresses.
 */
@NullMarked
package io.enikit.capacity;

import org.jspecify.annotations.NullMarked;
