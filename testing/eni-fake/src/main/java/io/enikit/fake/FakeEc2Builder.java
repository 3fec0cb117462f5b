package io.enikit.fake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds fakes. Not thread-safe, and compared by identity. */
public final class FakeEc2Builder {
    private static final String FIRST_REGION = "us-east-1";
    private static final String ACCOUNT = "123456789012";

    private NetworkPlan plan = NetworkPlan.builder().build();
    private @Nullable String region;
    private String accountId = ACCOUNT;
    private InstantSource clock = Clocks.FIXED;
    private InstanceTypes types = InstanceTypes.bundled();
    private @Nullable RuleSet rules;
    private Optional<Set<String>> images = Optional.empty();
    private @Nullable Long addressSeed;
    private boolean defaultVpc;

    FakeEc2Builder() {}

    /**
     * Starts with a plan.
     *
     * @param start the plan; its names are the ids
     * @return this builder
     */
    public FakeEc2Builder plan(NetworkPlan start) {
        plan = requireNonNull(start, "start");
        return this;
    }

    /**
     * Starts with the plan in a file that stands beside a class.
     *
     * @param beside the class
     * @param resource the name of the file: {@code .json} is output of describe calls, anything else text of a plan
     * @return this builder
     * @throws IllegalArgumentException if there is no such file
     */
    public FakeEc2Builder planFrom(Class<?> beside, String resource) {
        requireNonNull(beside, "beside");
        requireNonNull(resource, "resource");
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no file " + resource + " beside " + beside.getName());
            }
            return plan(SeedFiles.read(resource, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts with the plan in a file.
     *
     * @param file the file: {@code .json} is output of describe calls, anything else text of a plan
     * @return this builder
     * @throws UncheckedIOException if it cannot be read
     */
    public FakeEc2Builder planFrom(Path file) {
        try (InputStream in = Files.newInputStream(requireNonNull(file, "file"))) {
            return plan(SeedFiles.read(file.toString(), in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sets the quotas of every Region.
     *
     * @param quotas the quotas
     * @return this builder
     */
    public FakeEc2Builder quotas(Quotas quotas) {
        plan = plan.toBuilder().quotas(requireNonNull(quotas, "quotas")).build();
        return this;
    }

    /**
     * Sets the Region to start in; otherwise it is that of the plan's zones, or us-east-1.
     *
     * @param name the name of the Region
     * @return this builder
     */
    public FakeEc2Builder region(String name) {
        region = requireNonNull(name, "name");
        return this;
    }

    /**
     * Sets the account id; otherwise it is 123456789012.
     *
     * @param id the id, twelve digits
     * @return this builder
     * @throws IllegalArgumentException if it is not twelve digits
     */
    public FakeEc2Builder accountId(String id) {
        if (!requireNonNull(id, "id").matches("[0-9]{12}")) {
            throw new IllegalArgumentException("\"" + id + "\": expected twelve digits");
        }
        accountId = id;
        return this;
    }

    /**
     * Sets the clock; otherwise it is always the start of 2026.
     *
     * @param source the clock
     * @return this builder
     */
    public FakeEc2Builder clock(InstantSource source) {
        clock = requireNonNull(source, "source");
        return this;
    }

    /**
     * Sets the table of instance types; otherwise it is the bundled one.
     *
     * @param table the table
     * @return this builder
     */
    public FakeEc2Builder instanceTypes(InstanceTypes table) {
        types = requireNonNull(table, "table");
        return this;
    }

    /**
     * Sets the rules; otherwise they are those of EC2, and the limits of the instance types.
     *
     * @param held the rules that the account is held to
     * @return this builder
     */
    public FakeEc2Builder rules(RuleSet held) {
        rules = requireNonNull(held, "held");
        return this;
    }

    /**
     * Lets addresses be chosen by a seed, and not the lowest free ones.
     *
     * @param seed the seed: the same one gives the same addresses
     * @return this builder
     */
    public FakeEc2Builder addressSeed(long seed) {
        addressSeed = seed;
        return this;
    }

    /**
     * Sets the images that exist; otherwise every well-formed id is one of an image.
     *
     * @param ids the ids, {@code ami-…}
     * @return this builder
     */
    public FakeEc2Builder images(Iterable<String> ids) {
        images = Optional.of(ImmutableSet.copyOf(requireNonNull(ids, "ids")));
        return this;
    }

    /**
     * Gives each Region a default VPC, with a subnet in each zone.
     *
     * @return this builder
     */
    public FakeEc2Builder defaultVpc() {
        defaultVpc = true;
        return this;
    }

    /** {@return the fake} */
    public FakeEc2 build() {
        return new FakeEc2(copy());
    }

    private FakeEc2Builder copy() {
        FakeEc2Builder copy = new FakeEc2Builder();
        copy.plan = plan;
        copy.region = region;
        copy.accountId = accountId;
        copy.clock = clock;
        copy.types = types;
        copy.rules = rules;
        copy.images = images;
        copy.addressSeed = addressSeed;
        copy.defaultVpc = defaultVpc;
        return copy;
    }

    Account account() {
        RuleSet held = rules == null ? Ec2Rules.standard().and(LimitRules.of(types)) : rules;
        Ec2 engine = Ec2.enforcing(held);
        return new Account(
                accountId,
                held,
                addressSeed == null ? engine : engine.withAddressSeed(addressSeed),
                types,
                images,
                Account.Timing.AT_ONCE);
    }

    InstantSource clock() {
        return clock;
    }

    String home() {
        return region == null ? Seeds.regionOf(plan).orElse(FIRST_REGION) : region;
    }

    /** Returns the state that a Region starts with: the plan at home, nothing elsewhere. */
    State start(Account account, String name, boolean atHome) {
        NetworkPlan start =
                atHome ? plan : NetworkPlan.builder().quotas(plan.quotas()).build();
        State state = Seeds.of(account, name, start);
        boolean has = Iterables.any(start.vpcs(), vpc -> vpc.defaultVpc());
        return defaultVpc && !has ? Seeds.withDefaultVpc(account, name, state) : state;
    }
}
