package io.enikit.json.gathered;

import com.google.common.collect.ImmutableSet;
import io.enikit.operations.Ec2;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/**
 * What EC2 refuses about a request, be it an operation or what a template makes of it.
 *
 * <p>They are looked up where they are broken: all operations are loaded for it, which most readings need not wait for.
 */
public final class RequestRules {
    public static final String ONE_WAY = "addresses.one-way";
    public static final String INTERFACES_OR_SUBNET = "launch.interfaces-or-subnet";
    public static final String ADDRESS_ONCE = "eip.reassociation";

    static final ImmutableSet<String> IDS = ImmutableSet.of(ONE_WAY, INTERFACES_OR_SUBNET, ADDRESS_ONCE);

    private RequestRules() {}

    public static RuleInfo get(String id) {
        return find(id).orElseThrow();
    }

    static Optional<RuleInfo> find(String id) {
        return Ec2.preconditions().stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
