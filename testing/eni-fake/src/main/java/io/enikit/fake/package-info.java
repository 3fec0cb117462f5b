/**
 * A strict EC2 for tests: it answers EC2's Query protocol in process, and over HTTP on the loopback address.
 *
 * <p>Begin with {@link io.enikit.fake.FakeEc2} and {@link io.enikit.fake.LoopbackEc2}:
 *
 * <pre>{@code
 * FakeEc2 ec2 = FakeEc2.of(plan);
 * try (LoopbackEc2 server = LoopbackEc2.serve(ec2)) {
 *     run("aws", "ec2", "describe-subnets", "--endpoint-url", server.url());
 * }
 * ec2.plan();                            // what the calls made of it
 * }</pre>
 *
 * <p>It is no EC2 to run machines on: instances have states, and nothing runs on them.
 */
@NullMarked
package io.enikit.fake;

import org.jspecify.annotations.NullMarked;
