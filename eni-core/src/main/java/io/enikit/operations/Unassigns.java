package io.enikit.operations;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.List;

/** An operation that takes addresses or prefixes of one family from one interface. */
interface Unassigns extends OnEni {
    /** {@return the family of the addresses and prefixes that it can take} */
    IpFamily family();

    /** {@return the addresses to take} */
    List<IpAddress> addresses();

    /** {@return the prefixes to take} */
    List<Cidr> prefixes();
}
