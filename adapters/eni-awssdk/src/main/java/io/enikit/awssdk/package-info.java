/**
 * What the AWS SDK for Java and plans say to each other: a live account, objects, requests.
 *
 * <p>Begin with {@link io.enikit.awssdk.LiveAccount}. {@link io.enikit.awssdk.SdkObjects} turns objects of the SDK into values
 * and back, {@link io.enikit.awssdk.SdkRequests} turns operations into requests.
 *
 * <pre>{@code
 * LiveAccount account = LiveAccount.read(client);          // describe calls only, all pages
 * account.reading().check(Ec2Rules.standard().and(LimitRules.bundled()));
 * account.notRead();                                       // {}: nothing was refused
 *
 * Ec2Request request = SdkRequests.in(account).request(DetachEni.of("eni-0a1b2c3d"));
 * // DetachNetworkInterfaceRequest(AttachmentId=eni-attach-0a1b2c3d)
 * }</pre>
 *
 * <p>The SDK is yours, in your version: any of 2.x that has the calls. The jar has an automatic module name and no {@code
 * module-info}, because the SDK's own jars are automatic modules. Nothing here keeps a client, an address or a credential.
 */
@NullMarked
package io.enikit.awssdk;

import org.jspecify.annotations.NullMarked;
