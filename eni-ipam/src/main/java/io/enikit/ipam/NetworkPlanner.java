package io.enikit.ipam;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plans a network: chooses the blocks and addresses that you leave open.
 *
 * <p>Blocks and addresses that you give are put into the plan as they are, right or wrong; {@code RuleSet.check} judges
 * them. The others are placed around them: subnets by a {@link CidrLayout}, addresses and prefixes in the order of the
 * requests, the lowest free ones of their subnet. If a request cannot be placed there is no plan, and the refusal names all
 * such requests.
 *
 * <pre>{@code
 * NetworkPlan plan = NetworkPlanner.create()
 *         .vpc("main", "10.0.0.0/16", vpc -> vpc.availabilityZones("eu-west-1a").subnetPerZone("web", 24))
 *         .instance("app", "m5.large", i -> i.primaryEni("web/eu-west-1a"))
 *         .plan();
 * }</pre>
 *
 * <p>A planner is a builder: it is not safe for use by several threads, and is compared by identity.
 */
public final class NetworkPlanner {
    private final List<PlannedVpc> vpcs = new ArrayList<>();
    private final List<PlannedInstance> instances = new ArrayList<>();
    private final List<PlannedEni> unattached = new ArrayList<>();
    private final List<String> elasticIps = new ArrayList<>();
    private Quotas quotas = Quotas.awsDefaults();

    private final NetworkPlan previous;

    private NetworkPlanner(NetworkPlan previous) {
        this.previous = requireNonNull(previous, "previous");
    }

    /** {@return a planner with no requests} */
    public static NetworkPlanner create() {
        return from(NetworkPlan.builder().build());
    }

    /**
     * Returns a planner with no requests that keeps earlier blocks and addresses.
     *
     * <p>All requests have to be made again. A VPC, subnet, interface or Elastic IP whose name is in the previous plan
     * keeps its blocks, its CIDR reservations, its addresses, its prefixes, its MAC address and its public address, as far as
     * the request allows it; so adding a zone, a subnet or an instance moves nothing. New addresses and prefixes are picked
     * where EC2 picks them: single addresses outside of CIDR reservations.
     *
     * @param previous the plan as it was
     * @return the planner
     */
    public static NetworkPlanner from(NetworkPlan previous) {
        return new NetworkPlanner(previous);
    }

    /**
     * Asks for a VPC.
     *
     * @param name its name
     * @param cidrBlock its primary IPv4 block, such as {@code 10.0.0.0/16}
     * @param details adds what is in it
     * @return this planner
     * @throws io.enikit.net.AddressParseException if the text is not a block
     */
    public NetworkPlanner vpc(String name, String cidrBlock, Consumer<PlannedVpc> details) {
        requireNonNull(cidrBlock, "cidrBlock");
        requireNonNull(details, "details");
        return vpc(name, Cidr.parse(cidrBlock), details);
    }

    /**
     * Asks for a VPC.
     *
     * @param name its name
     * @param cidrBlock its primary IPv4 block
     * @param details adds what is in it
     * @return this planner
     */
    public NetworkPlanner vpc(String name, Cidr cidrBlock, Consumer<PlannedVpc> details) {
        requireNonNull(details, "details");
        PlannedVpc vpc = new PlannedVpc(name, cidrBlock);
        details.accept(vpc);
        vpcs.add(vpc);
        return this;
    }

    /**
     * Asks for an instance.
     *
     * @param name its name
     * @param instanceType its type, such as {@code m5.large}
     * @param details adds its interfaces
     * @return this planner
     */
    public NetworkPlanner instance(String name, String instanceType, Consumer<PlannedInstance> details) {
        requireNonNull(details, "details");
        PlannedInstance instance = new PlannedInstance(name, instanceType);
        details.accept(instance);
        instances.add(instance);
        return this;
    }

    /**
     * Asks for several equal instances, named {@code name-1}, {@code name-2} and so on.
     *
     * @param name the first part of their names
     * @param count how many, 0 or more
     * @param instanceType their type, such as {@code m5.large}
     * @param details adds the interfaces of each; called once for each
     * @return this planner
     * @throws IllegalArgumentException if the number is negative
     */
    public NetworkPlanner instances(String name, int count, String instanceType, Consumer<PlannedInstance> details) {
        requireNonNull(name, "name");
        requireNonNull(details, "details");
        checkArgument(count >= 0, "%s instances %s: expected 0 or more", count, name);
        for (int i = 1; i <= count; i++) {
            instance(name + "-" + i, instanceType, details);
        }
        return this;
    }

    /**
     * Asks for an Elastic IP without an association.
     *
     * @param name its name
     * @return this planner
     */
    public NetworkPlanner elasticIp(String name) {
        elasticIps.add(requireNonNull(name, "name"));
        return this;
    }

    /**
     * Asks for an interface without an attachment.
     *
     * @param name its name
     * @param subnet the name of its subnet
     * @param details sets what it has
     * @return this planner
     */
    public NetworkPlanner eni(String name, String subnet, Consumer<PlannedEni> details) {
        requireNonNull(details, "details");
        PlannedEni eni = new PlannedEni(name, subnet);
        details.accept(eni);
        unattached.add(eni);
        return this;
    }

    /**
     * Sets the quotas of the account.
     *
     * @param quotas the quotas
     * @return this planner
     */
    public NetworkPlanner quotas(Quotas quotas) {
        this.quotas = requireNonNull(quotas, "quotas");
        return this;
    }

    /**
     * Makes the plan.
     *
     * @return the plan
     * @throws PlanningRefusedException if a request cannot be placed; it names all such requests
     */
    public NetworkPlan plan() {
        return tryPlan().orElseThrow();
    }

    /**
     * Makes the plan, or says which requests cannot be placed.
     *
     * @return the plan, or the refused requests
     */
    public PlanningResult tryPlan() {
        NetworkPlannerRun run = new NetworkPlannerRun(quotas, previous);
        run.placeVpcs(vpcs);
        List<PlannedEni> enis = new ArrayList<>(unattached);
        for (PlannedInstance instance : instances) {
            run.placeInstance(instance);
            enis.addAll(instance.enis());
        }
        run.placeEnis(enis);
        elasticIps.forEach(name -> run.placeElasticIp(name, Optional.empty()));
        return run.result();
    }
}
