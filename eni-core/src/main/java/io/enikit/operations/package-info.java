/**
 * EC2's verbs as values, and what EC2 would answer to them.
 *
 * <p>Start with {@link io.enikit.operations.Ec2}, which applies operations to plans; each verb is a class with {@code of}.
 *
 * <pre>{@code
 * Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard());
 * NetworkPlan moved = ec2.apply(plan, DetachEni.of("app-1/eth1"), AttachEni.of("app-1/eth1", "app-2", 1)).orElseThrow();
 * ec2.apply(plan, DetachEni.of("app-1/eth0"));            // refused: OperationNotPermitted: …
 * }</pre>
 *
 * <p>Nothing here calls EC2: a plan goes in, a plan comes out, and the one that went in still stands.
 * {@link io.enikit.insight.Transition} finds the operations that lead from one plan to another, and
 * {@link io.enikit.insight.AwsCommands} writes operations as command lines of the AWS CLI.
 *
 * <table>
 * <caption>Actions of the EC2 API</caption>
 * <tr><th>action<th>class
 * <tr><td>AllocateAddress<td>{@link io.enikit.operations.AllocateElasticIp}
 * <tr><td>AssignIpv6Addresses<td>{@link io.enikit.operations.AssignIpv6Addresses}
 * <tr><td>AssignPrivateIpAddresses<td>{@link io.enikit.operations.AssignPrivateIpAddresses}
 * <tr><td>AssociateAddress<td>{@link io.enikit.operations.AssociateElasticIpWithInstance}
 * <tr><td>AssociateAddress<td>{@link io.enikit.operations.AssociateElasticIp}
 * <tr><td>AssociateSecurityGroupVpc<td>{@link io.enikit.operations.AssociateSecurityGroupVpc}
 * <tr><td>AssociateSubnetCidrBlock<td>{@link io.enikit.operations.AssociateSubnetCidrBlock}
 * <tr><td>AssociateTrunkInterface<td>{@link io.enikit.operations.AssociateTrunkInterface}
 * <tr><td>AssociateVpcCidrBlock<td>{@link io.enikit.operations.AssociateVpcCidrBlock}
 * <tr><td>AttachInternetGateway<td>{@link io.enikit.operations.AttachInternetGateway}
 * <tr><td>AttachNetworkInterface<td>{@link io.enikit.operations.AttachEni}
 * <tr><td>AuthorizeSecurityGroupEgress<td>{@link io.enikit.operations.AuthorizeSecurityGroupEgress}
 * <tr><td>AuthorizeSecurityGroupIngress<td>{@link io.enikit.operations.AuthorizeSecurityGroupIngress}
 * <tr><td>CreateNetworkInterface<td>{@link io.enikit.operations.CreateEni}
 * <tr><td>CreateSecurityGroup<td>{@link io.enikit.operations.CreateSecurityGroup}
 * <tr><td>CreateSubnet<td>{@link io.enikit.operations.CreateSubnet}
 * <tr><td>CreateSubnetCidrReservation<td>{@link io.enikit.operations.CreateSubnetCidrReservation}
 * <tr><td>CreateTags<td>{@link io.enikit.operations.TagResource}
 * <tr><td>CreateVpc<td>{@link io.enikit.operations.CreateVpc}
 * <tr><td>DeleteNetworkInterface<td>{@link io.enikit.operations.DeleteEni}
 * <tr><td>DeleteSecurityGroup<td>{@link io.enikit.operations.DeleteSecurityGroup}
 * <tr><td>DeleteSubnet<td>{@link io.enikit.operations.DeleteSubnet}
 * <tr><td>DeleteSubnetCidrReservation<td>{@link io.enikit.operations.DeleteSubnetCidrReservation}
 * <tr><td>DeleteTags<td>{@link io.enikit.operations.UntagResource}
 * <tr><td>DeleteVpc<td>{@link io.enikit.operations.DeleteVpc}
 * <tr><td>DetachInternetGateway<td>{@link io.enikit.operations.DetachInternetGateway}
 * <tr><td>DetachNetworkInterface<td>{@link io.enikit.operations.DetachAttachment}
 * <tr><td>DetachNetworkInterface<td>{@link io.enikit.operations.DetachEni}
 * <tr><td>DisassociateAddress<td>{@link io.enikit.operations.DisassociateElasticIp}
 * <tr><td>DisassociateSecurityGroupVpc<td>{@link io.enikit.operations.DisassociateSecurityGroupVpc}
 * <tr><td>DisassociateSubnetCidrBlock<td>{@link io.enikit.operations.DisassociateSubnetCidrBlock}
 * <tr><td>DisassociateTrunkInterface<td>{@link io.enikit.operations.DisassociateTrunkInterface}
 * <tr><td>DisassociateVpcCidrBlock<td>{@link io.enikit.operations.DisassociateVpcCidrBlock}
 * <tr><td>ModifyInstanceAttribute<td>{@link io.enikit.operations.ModifyInstance}
 * <tr><td>ModifyNetworkInterfaceAttribute<td>{@link io.enikit.operations.ModifyEni}
 * <tr><td>ModifySecurityGroupRules<td>{@link io.enikit.operations.ModifySecurityGroupRules}
 * <tr><td>ModifySubnetAttribute<td>{@link io.enikit.operations.ModifySubnet}
 * <tr><td>ReleaseAddress<td>{@link io.enikit.operations.ReleaseElasticIp}
 * <tr><td>ResetNetworkInterfaceAttribute<td>{@link io.enikit.operations.ResetEni}
 * <tr><td>RevokeSecurityGroupEgress<td>{@link io.enikit.operations.RevokeSecurityGroupEgress}
 * <tr><td>RevokeSecurityGroupIngress<td>{@link io.enikit.operations.RevokeSecurityGroupIngress}
 * <tr><td>RunInstances<td>{@link io.enikit.operations.LaunchInstance}
 * <tr><td>StartInstances<td>{@link io.enikit.operations.StartInstance}
 * <tr><td>StopInstances<td>{@link io.enikit.operations.StopInstance}
 * <tr><td>TerminateInstances<td>{@link io.enikit.operations.TerminateInstance}
 * <tr><td>UnassignIpv6Addresses<td>{@link io.enikit.operations.UnassignIpv6Addresses}
 * <tr><td>UnassignPrivateIpAddresses<td>{@link io.enikit.operations.UnassignPrivateIpAddresses}
 * <tr><td>UpdateSecurityGroupRuleDescriptionsEgress<td>{@link io.enikit.operations.UpdateSecurityGroupRuleDescriptionsEgress}
 * <tr><td>UpdateSecurityGroupRuleDescriptionsIngress<td>{@link io.enikit.operations.UpdateSecurityGroupRuleDescriptionsIngress}
 * </table>
 */
@NullMarked
package io.enikit.operations;

import org.jspecify.annotations.NullMarked;
