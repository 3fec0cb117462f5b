package io.enikit.fake;

import io.enikit.model.EniAddress;
import io.enikit.net.AddressParseException;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.List;

/** Values in requests that the model has types for. */
final class Requests {
    private Requests() {}

    static IpAddress address(String text, String parameter) {
        return IpAddress.tryParse(text).orElseThrow(() -> Ec2Error.invalidValue(parameter, text, "Invalid IP address"));
    }

    /** Reads a block; one with host bits set is shortened, as EC2 does. */
    static Cidr block(String text, String parameter) {
        try {
            return Cidr.parseContaining(text);
        } catch (AddressParseException e) {
            throw Ec2Error.invalidValue(parameter, text, "This is not a valid CIDR block.");
        }
    }

    /** Reads a prefix that is delegated to an interface; none of its host bits is set. */
    static Cidr prefix(String text, String parameter) {
        return Cidr.tryParse(text)
                .orElseThrow(() -> Ec2Error.invalidValue(parameter, text, "This is not a valid CIDR block."));
    }

    /** Reads the addresses of an interface that is to be created. */
    static List<EniAddress> addresses(Item request, String list) {
        return request.items(list).stream()
                .map(each -> new EniAddress(
                        address(each.text("PrivateIpAddress"), "PrivateIpAddress"), each.isTrue("Primary")))
                .toList();
    }
}
