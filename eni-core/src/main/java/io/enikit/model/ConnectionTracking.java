package io.enikit.model;

import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How long the security groups of an interface remember connections that are idle, in seconds.
 *
 * <p>What is absent is as EC2 has it: 432,000 for an established TCP connection (350 on instances of Nitro v6), 180 for
 * a UDP stream, 30 for any other UDP flow.
 */
@Value.Immutable
public abstract class ConnectionTracking {
    ConnectionTracking() {}

    /** {@return the setting of an interface that asks for nothing else} */
    public static ConnectionTracking defaults() {
        return Defaults.VALUE;
    }

    /** {@return the timeout of an established TCP connection, 60 to 432,000 in EC2} */
    public abstract OptionalInt tcpEstablishedTimeout();

    /** {@return the timeout of a UDP flow with more than one request and response, 60 to 180 in EC2} */
    public abstract OptionalInt udpStreamTimeout();

    /** {@return the timeout of any other UDP flow, 30 to 60 in EC2} */
    public abstract OptionalInt udpTimeout();

    /**
     * Returns this setting with another timeout of established TCP connections.
     *
     * @param tcpEstablishedTimeout the timeout in seconds
     * @return the new setting
     */
    public abstract ConnectionTracking withTcpEstablishedTimeout(int tcpEstablishedTimeout);

    /**
     * Returns this setting with another timeout of UDP streams.
     *
     * @param udpStreamTimeout the timeout in seconds
     * @return the new setting
     */
    public abstract ConnectionTracking withUdpStreamTimeout(int udpStreamTimeout);

    /**
     * Returns this setting with another timeout of UDP flows.
     *
     * @param udpTimeout the timeout in seconds
     * @return the new setting
     */
    public abstract ConnectionTracking withUdpTimeout(int udpTimeout);

    /** Apart, so that a class and its subclass do not wait for one another where two threads meet them first. */
    private static final class Defaults {
        static final ConnectionTracking VALUE =
                ImmutableConnectionTracking.builder().build();
    }
}
