package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A new interface that is to have a primary IPv6 address gets an IPv6 address. */
final class NewPrimaryIpv6 extends Precondition<CreatesEnis> {
    NewPrimaryIpv6() {
        super(
                RuleInfo.documented(
                                "create.primary-ipv6",
                                Phase.ADDRESSES,
                                "A new interface that is to have a primary IPv6 address gets an IPv6 address.",
                                "CreateNetworkInterface")
                        .withCatalogIds("IP6-PRIMARY")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
                CreatesEnis.class);
    }

    @Override
    Optional<String> check(CreatesEnis operation, NetworkPlan plan) {
        return operation.createdEnis().stream()
                .filter(request -> request.enablePrimaryIpv6()
                        && plan.subnet(request.subnetId()).isPresent()
                        && !getsIpv6(request, plan))
                .findFirst()
                .map(request -> "enablePrimaryIpv6 of " + request.eni()
                        + " is on and it gets no IPv6 address that could be the primary one");
    }

    private static boolean getsIpv6(CreateEni request, NetworkPlan plan) {
        return NewEni.addressRequests(request, plan).stream()
                .filter(each -> each.family() == IpFamily.IPV6)
                .anyMatch(each -> each.addressesToPick() + each.addresses().size() > 0);
    }
}
