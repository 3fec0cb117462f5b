/**
 * The AWS SDK for Java, served by a fake in the same process; extensions for JUnit and jqwik.
 *
 * <p>Begin with {@link io.enikit.fake.awssdk.Ec2Clients}, or with {@link io.enikit.fake.awssdk.Ec2Test} on a test:
 *
 * <pre>{@code
 * @Ec2Test(plan = "two-zones.plan")
 * class FailoverTest {
 *     @Test
 *     void run_movesTheInterface(Ec2Client client, FakeEc2 ec2) {
 *         new Failover(client).run("app-1", "app-2");
 *         assertThat(ec2.plan().enisOf("app-2")).hasSize(2);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.enikit.fake.awssdk;

import org.jspecify.annotations.NullMarked;
