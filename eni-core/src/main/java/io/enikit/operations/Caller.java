package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.PlanAccess;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.Optional;

/**
 * Who calls, and in which Region: the owner of what calls create.
 *
 * @param account the account; where it is not known, what is created belongs to the owner of what it is created in
 * @param region the Region, where it is known
 */
record Caller(Optional<String> account, Optional<String> region) {
    static final Caller UNKNOWN = new Caller(Optional.empty(), Optional.empty());

    Caller {
        requireNonNull(account, "account");
        requireNonNull(region, "region");
    }

    /** Returns the owner of a security group, which participants make in a shared VPC as well. */
    Optional<String> ownerIn(VpcId vpc, NetworkPlan plan) {
        return account.or(() -> ownerOf(vpc, plan));
    }

    /** Returns the owner of an interface or an instance, which participants make in a shared subnet as well. */
    Optional<String> ownerIn(SubnetId subnet, NetworkPlan plan) {
        return account.or(() ->
                plan.subnet(subnet).flatMap(known -> known.ownerId().or(() -> ownerOf(known.vpcId(), plan))));
    }

    /** Returns the owner of a subnet or a default group, which is that of the VPC. */
    Optional<String> ownerOfPart(VpcId vpc, NetworkPlan plan) {
        return ownerOf(vpc, plan).or(() -> account);
    }

    private static Optional<String> ownerOf(VpcId vpc, NetworkPlan plan) {
        return plan.vpc(vpc).flatMap(Vpc::ownerId);
    }

    /** Returns the id of the zone that an account calls by a name, if a subnet of the account tells it. */
    static Optional<String> zoneId(String availabilityZone, Optional<String> ownerId, NetworkPlan plan) {
        return Optional.ofNullable(PlanAccess.get().subnetWithZoneId(plan, availabilityZone, ownerId))
                .flatMap(plan::subnet)
                .flatMap(Subnet::zoneId);
    }
}
