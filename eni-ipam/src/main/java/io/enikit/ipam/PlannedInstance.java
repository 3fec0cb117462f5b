package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A request for an instance, made to a {@link NetworkPlanner}.
 *
 * <p>Requests are builders, so they are compared by identity.
 */
public final class PlannedInstance {
    private final Instance instance;
    private final List<PlannedEni> enis = new ArrayList<>();
    private int nextDeviceIndex = 1;

    PlannedInstance(String name, String instanceType) {
        instance = Instance.builder()
                .id(requireNonNull(name, "name"))
                .instanceType(instanceType)
                .build();
    }

    /**
     * Asks for the primary interface, named {@code instance/eth0}.
     *
     * <p>By default it is deleted when the instance is terminated.
     *
     * @param subnet the name of its subnet
     * @return this instance
     */
    public PlannedInstance primaryEni(String subnet) {
        return primaryEni(subnet, eni -> {});
    }

    /**
     * Asks for the primary interface, named {@code instance/eth0}.
     *
     * <p>By default it is deleted when the instance is terminated.
     *
     * @param subnet the name of its subnet
     * @param details sets what it has
     * @return this instance
     */
    public PlannedInstance primaryEni(String subnet, Consumer<PlannedEni> details) {
        requireNonNull(details, "details");
        return add(0, subnet, eni -> details.accept(eni.deleteOnTermination(true)));
    }

    /**
     * Asks for a secondary interface at the next device index, named {@code instance/eth1} and so on.
     *
     * @param subnet the name of its subnet
     * @return this instance
     */
    public PlannedInstance secondaryEni(String subnet) {
        return secondaryEni(subnet, eni -> {});
    }

    /**
     * Asks for a secondary interface at the next device index, named {@code instance/eth1} and so on.
     *
     * @param subnet the name of its subnet
     * @param details sets what it has
     * @return this instance
     */
    public PlannedInstance secondaryEni(String subnet, Consumer<PlannedEni> details) {
        requireNonNull(details, "details");
        return add(nextDeviceIndex++, subnet, details);
    }

    private PlannedInstance add(int deviceIndex, String subnet, Consumer<PlannedEni> details) {
        PlannedEni eni = new PlannedEni(id() + "/eth" + deviceIndex, subnet).attachedTo(id(), deviceIndex);
        details.accept(eni);
        enis.add(eni);
        return this;
    }

    /** {@return its name} */
    public String name() {
        return id().toString();
    }

    private InstanceId id() {
        return instance.id();
    }

    Instance instance() {
        return instance;
    }

    List<PlannedEni> enis() {
        return enis;
    }
}
