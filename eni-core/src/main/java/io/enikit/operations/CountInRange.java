package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A number of addresses or prefixes to pick is from 1 to 65,536; a new interface may be given 0 IPv6 addresses. */
final class CountInRange extends Precondition<AsksForAddresses> {
    /** As many as the largest IPv4 subnet has; no interface ever gets that many. */
    private static final int MOST = 65_536;

    CountInRange() {
        super(
                RuleInfo.seen(
                                "addresses.count",
                                Phase.SHAPE,
                                "A number of addresses or prefixes to pick is from 1 to 65,536; a new interface may be given 0 IPv6 addresses.",
                                "answers of EC2")
                        .withCatalogIds("IP4-COUNT-POS", "IP6-COUNT0")
                        .withCode("InvalidParameterValue"),
                AsksForAddresses.class);
    }

    @Override
    Optional<String> check(AsksForAddresses operation, NetworkPlan plan) {
        return operation.addressRequests(plan).stream()
                .flatMap(request -> Stream.concat(
                        fault(request.countParameter(), request.count(), least(request, operation)).stream(),
                        fault(request.prefixCountParameter(), request.prefixCount(), 1).stream()))
                .findFirst();
    }

    /** Zero IPv6 addresses say that the subnet's setting is not to give one. */
    private static int least(AddressRequest request, AsksForAddresses operation) {
        return request.family() == IpFamily.IPV6 && operation instanceof CreatesEnis ? 0 : 1;
    }

    private static Optional<String> fault(String parameter, OptionalInt count, int least) {
        return count.isEmpty() || (count.getAsInt() >= least && count.getAsInt() <= MOST)
                ? Optional.empty()
                : Optional.of("value (" + count.getAsInt() + ") for parameter " + parameter
                        + " is invalid: expected a number from " + least + " to " + MOST);
    }
}
