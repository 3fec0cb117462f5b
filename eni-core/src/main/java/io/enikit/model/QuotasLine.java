package io.enikit.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** Writes and reads the line of the quotas. */
final class QuotasLine {
    static final String KIND = "quotas";

    private QuotasLine() {}

    /** How a quota is read off and set, by its name. */
    private record Quota(ToIntFunction<Quotas> get, BiFunction<Quotas, Integer, Quotas> with) {}

    private static final ImmutableMap<String, Quota> BY_NAME = ImmutableMap.<String, Quota>builder()
            .put("vpcs", new Quota(Quotas::vpcs, Quotas::withVpcs))
            .put("ipv4CidrBlocksPerVpc", new Quota(Quotas::ipv4CidrBlocksPerVpc, Quotas::withIpv4CidrBlocksPerVpc))
            .put("ipv6CidrBlocksPerVpc", new Quota(Quotas::ipv6CidrBlocksPerVpc, Quotas::withIpv6CidrBlocksPerVpc))
            .put("subnetsPerVpc", new Quota(Quotas::subnetsPerVpc, Quotas::withSubnetsPerVpc))
            .put("addressUsagePerVpc", new Quota(Quotas::addressUsagePerVpc, Quotas::withAddressUsagePerVpc))
            .put("networkInterfaces", new Quota(Quotas::networkInterfaces, Quotas::withNetworkInterfaces))
            .put("securityGroups", new Quota(Quotas::securityGroups, Quotas::withSecurityGroups))
            .put(
                    "securityGroupsPerInterface",
                    new Quota(Quotas::securityGroupsPerInterface, Quotas::withSecurityGroupsPerInterface))
            .put("rulesPerSecurityGroup", new Quota(Quotas::rulesPerSecurityGroup, Quotas::withRulesPerSecurityGroup))
            .put("elasticIps", new Quota(Quotas::elasticIps, Quotas::withElasticIps))
            .buildOrThrow();

    static PlanLine.Writer write(Quotas quotas) {
        PlanLine.Writer line = PlanLine.of(KIND, "");
        BY_NAME.forEach((name, quota) ->
                line.put(name, quota.get.applyAsInt(quotas), quota.get.applyAsInt(Quotas.awsDefaults())));
        return line;
    }

    static Optional<Quotas> read(PlanLine.Reader line) {
        Quotas quotas = Quotas.awsDefaults();
        for (Map.Entry<String, Quota> each : BY_NAME.entrySet()) {
            Quotas before = quotas;
            quotas = line.take(each.getKey(), text -> each.getValue().with.apply(before, Words.parseInt(text)))
                    .orElse(before);
        }
        Quotas read = quotas;
        return line.finish(() -> read);
    }
}
