package io.enikit.fake;

import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** States that fakes start with. */
final class Seeds {
    private Seeds() {}

    /** Returns the Region that the zones of a plan are in, if it has any. */
    static Optional<String> regionOf(NetworkPlan plan) {
        return plan.subnets().stream()
                .map(Subnet::availabilityZone)
                .filter(zone -> !zone.isEmpty())
                .map(Zones::regionOf)
                .findFirst();
    }

    /** Returns the state of a Region that holds a plan: gateways get ids, and what EC2 chooses is chosen. */
    static State of(Account account, String region, NetworkPlan plan) {
        Call call = call(account, region, State.of(plan));
        for (Vpc vpc : plan.vpcs()) {
            if (vpc.internetGatewayAttached()) {
                call.state(call.state()
                        .withGateway(new Gateway(call.fresh("igw"), Optional.of(vpc.id()), new TreeMap<>())));
            }
        }
        for (ElasticIp each : List.copyOf(plan.elasticIps())) {
            if (each.publicIp().isEmpty()) {
                ElasticIp filled =
                        each.toBuilder().publicIp(Chosen.publicAddress(call)).build();
                call.state(call.state()
                        .withPlan(call.plan().toBuilder().put(filled).build()));
            }
        }
        plan.enis().stream().map(Eni::id).forEach(eni -> Chosen.fillPublicAddress(call, eni));
        return call.state();
    }

    /** Returns the state of a Region of a new account: a default VPC with its subnets. */
    static State withDefaultVpc(Account account, String region, State state) {
        Call call = call(account, region, state);
        DefaultActions.create(call);
        return call.state();
    }

    private static Call call(Account account, String region, State state) {
        ApiAction action = Api.modelled().action("CreateDefaultVpc").orElseThrow();
        return new Call(account, region, Instant.EPOCH, action, new Item(Api.modelled(), action.request()), state);
    }
}
