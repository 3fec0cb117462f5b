package io.enikit.json.gathered;

import io.enikit.json.text.Budget;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is declared beside resources: what is only of use to others, demands on subnets, and what cannot be known yet. */
public final class DeclaredContext {
    private final Budget budget;
    private final DeclaredIndex index = new DeclaredIndex();
    private final OpenBlocks openBlocks = new OpenBlocks();
    private final SubnetNeeds subnetNeeds = new SubnetNeeds();
    private final List<Demanded> demands = new ArrayList<>();
    private final List<Collector> samples = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    DeclaredContext(Budget budget) {
        this.budget = budget;
    }

    void addAll(DeclaredContext other) {
        index.addAll(other.index);
        openBlocks.addAll(other.openBlocks);
        subnetNeeds.addAll(other.subnetNeeds);
        demands.addAll(other.demands);
        samples.addAll(other.samples);
        names.addAll(other.names);
    }

    /** Returns what is only of use to other resources, such as launch templates. */
    public DeclaredIndex index() {
        return index;
    }

    public OpenBlocks openBlocks() {
        return openBlocks;
    }

    public SubnetNeeds subnetNeeds() {
        return subnetNeeds;
    }

    /** Adds what something takes in subnets, on interfaces that are not among the resources. */
    public void demand(Demanded demand) {
        demands.add(demand);
    }

    /** Reads one of many things by itself, such as an instance of a launch template: it is checked, but no part of the plan. */
    public void sample(Consumer<Collector> reader) {
        Collector sample = new Collector(budget);
        reader.accept(sample);
        samples.add(sample);
    }

    /** Returns whether nothing was called by a name before. */
    public boolean isFirst(String name) {
        return names.add(name);
    }

    List<Demanded> demands() {
        return demands;
    }

    void check(NetworkPlan plan, Collector collector) {
        openBlocks.check(plan, collector);
        subnetNeeds.check(plan, collector);
    }

    /** Builds the samples, each with what its interfaces are in. */
    List<Gathered> samples(ResourcesRead resources, OpenFacts openFacts) {
        return samples.stream().map(each -> sample(each, resources, openFacts)).toList();
    }

    private static Gathered sample(Collector sample, ResourcesRead resources, OpenFacts openFacts) {
        ResourcesRead own = sample.resources();
        for (Resource each : own.all()) {
            if (!(each instanceof Eni eni)) {
                continue;
            }
            if (resources.get(eni.subnetId()) instanceof Subnet subnet) {
                own.addIfAbsent(subnet);
                Optional.ofNullable(resources.get(subnet.vpcId())).ifPresent(own::addIfAbsent);
            }
            for (SecurityGroupId group : eni.securityGroups()) {
                Optional.ofNullable(resources.get(group)).ifPresent(own::addIfAbsent);
            }
        }
        sample.openFacts().addAll(openFacts);
        return sample.build();
    }
}
