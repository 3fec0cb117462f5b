package io.enikit.awssdk;

import static java.util.Objects.requireNonNull;

import io.enikit.json.PlanReader;
import io.enikit.json.ReadLimits;
import io.enikit.json.Reading;
import io.enikit.model.NetworkPlan;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * What an account has in a Region, as describe calls show it: a plan, and what was not read. Immutable.
 *
 * <p>Reading it changes nothing. It takes these rights: {@code ec2:DescribeVpcs}, {@code DescribeInternetGateways}, {@code
 * DescribeSubnets}, {@code DescribeSecurityGroups}, {@code DescribeSecurityGroupRules}, {@code
 * DescribeSecurityGroupVpcAssociations}, {@code DescribeInstances},
 * {@code DescribeNetworkInterfaces}, {@code DescribeTrunkInterfaceAssociations}, {@code DescribeAddresses} and {@code
 * GetSubnetCidrReservations}, which is called once for each subnet. Without some of them the rest is read.
 *
 * <p>The calls are made one after the other. What changes in between may show in one answer and not in another.
 */
public final class LiveAccount {
    private final Reading reading;
    private final SortedMap<String, String> notRead;
    private final KnownIds ids;

    private LiveAccount(Reading reading, SortedMap<String, String> notRead, KnownIds ids) {
        this.reading = reading;
        this.notRead = Collections.unmodifiableSortedMap(notRead);
        this.ids = ids;
    }

    /**
     * Reads an account in the Region of a client, all pages of everything.
     *
     * @param client the client; it is not closed
     * @return what the account has
     * @throws LiveAccountException if a call fails for another reason than a lack of rights, after the client has tried
     *     again as it is set to
     * @throws io.enikit.json.UnreadableException if an answer says something that is not EC2's
     */
    public static LiveAccount read(Ec2Client client) {
        AccountReader reader = new AccountReader(requireNonNull(client, "client"));
        // The limits are for files of strangers.
        ReadLimits limits = ReadLimits.defaults().withValues(Integer.MAX_VALUE).withCharacters(Integer.MAX_VALUE);
        return new LiveAccount(
                PlanReader.create().withLimits(limits).read(reader.sources()),
                new TreeMap<>(reader.notRead()),
                reader.ids());
    }

    /** {@return the plan, with the ids that are mentioned and whose resources were not read} */
    public Reading reading() {
        return reading;
    }

    /** {@return the plan; its quotas are the defaults, which no describe call shows} */
    public NetworkPlan plan() {
        return reading.plan();
    }

    /**
     * Returns the actions that EC2 refused for lack of rights, or that the endpoint does not offer.
     *
     * <p>What they would have shown is not in the plan. {@link Reading#check} says nothing about what is missing for that
     * reason alone.
     *
     * @return the code and the message of EC2, by action
     */
    public SortedMap<String, String> notRead() {
        return notRead;
    }

    KnownIds ids() {
        return ids;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LiveAccount that
                && reading.equals(that.reading)
                && notRead.equals(that.notRead)
                && ids.equals(that.ids);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reading, notRead, ids);
    }

    /** {@return what was read, and the actions that were refused} */
    @Override
    public String toString() {
        return reading + (notRead.isEmpty() ? "" : ", not read: " + String.join(", ", notRead.keySet()));
    }
}
