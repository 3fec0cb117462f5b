package io.enikit.json;

import static com.google.common.base.Preconditions.checkArgument;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;

/** Parsers of addresses and blocks where one family only makes sense. */
final class Texts {
    private Texts() {}

    static IpAddress ipv4(String text) {
        return ofFamily(IpAddress.parse(text), IpFamily.IPV4);
    }

    static IpAddress ipv6(String text) {
        return ofFamily(IpAddress.parse(text), IpFamily.IPV6);
    }

    static Cidr ipv4Block(String text) {
        return ofFamily(Cidr.parse(text), IpFamily.IPV4);
    }

    static Cidr ipv6Block(String text) {
        return ofFamily(Cidr.parse(text), IpFamily.IPV6);
    }

    private static IpAddress ofFamily(IpAddress address, IpFamily family) {
        checkArgument(address.family() == family, "%s is not of the family %s", address, family);
        return address;
    }

    private static Cidr ofFamily(Cidr block, IpFamily family) {
        checkArgument(block.family() == family, "%s is not of the family %s", block, family);
        return block;
    }
}
