package io.enikit.json.terraform;

import com.google.common.collect.ImmutableSet;
import io.enikit.json.declared.Declarations;
import io.enikit.json.declared.ServiceInterfaces;
import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.Presence;
import io.enikit.json.terraform.TerraformModule.Names;
import io.enikit.json.text.Node;
import io.enikit.json.text.Symbols;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of Terraform, in the words of CloudFormation: plans, and states as what exists beside them. */
public final class TerraformFiles {
    public static final Set<String> SECTIONS = ImmutableSet.of(
            "format_version",
            "planned_values",
            "prior_state",
            "resource_changes",
            "deferred_changes",
            "configuration",
            "variables",
            "errored",
            "complete",
            "values",
            "version",
            "terraform_version",
            "serial",
            TerraformState.LINEAGE,
            "resources",
            "modules",
            "encrypted_data");

    public static final String FORMAT_VERSION = "format_version";

    private static final String INSTANCE = "aws_instance";
    private static final String INTERFACES = "NetworkInterfaces";
    private static final String SUBNETS = "Subnets";

    private final Collector collector;
    /** The ids that describe output names. */
    private final Set<String> named;

    private final Set<String> taken = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Read> all = new ArrayList<>();
    private final TerraformPlaces places = new TerraformPlaces();

    /** A resource, what is not known of it yet, and whether it is there already. */
    private record Read(Planned resource, Optional<Node> unknown, Presence presence, Set<String> placesBefore) {
        static Read kept(Planned resource) {
            return new Read(resource, Optional.empty(), Presence.KEPT, Set.of());
        }

        List<Node> parts() {
            return Stream.concat(Stream.of(resource.values()), unknown.stream()).toList();
        }
    }

    private TerraformFiles(Collector collector) {
        this.collector = collector;
        this.named = collector.named();
    }

    /** Returns whether a document is one of Terraform's. */
    public static boolean isOne(Set<String> keys) {
        return keys.contains(FORMAT_VERSION)
                || keys.contains("encrypted_data")
                || (keys.contains("version") && (keys.contains(TerraformState.LINEAGE) || keys.contains("serial")));
    }

    /** Says what a document is that is of Terraform, but none that is read. */
    public static Optional<String> otherThan(Set<String> keys) {
        if (keys.contains("@level") && keys.contains("@message")) {
            return Optional.of(
                    "this is what terraform plan -json prints while it runs: expected a plan, as of terraform"
                            + " show -json PLANFILE");
        } else if (keys.contains("resource") || keys.contains("module") || keys.contains("terraform")) {
            return Optional.of("this is configuration of Terraform, which is not evaluated: expected a plan, as of"
                    + " terraform show -json PLANFILE");
        } else if (keys.contains("planned_values") || keys.contains("resource_changes")) {
            return Optional.of("this is a part of a Terraform plan: the key " + FORMAT_VERSION + " is missing");
        }
        return Optional.empty();
    }

    /** Reads files together. The resources of plans come first: what a state has of them is not looked at. */
    public static void read(List<Node> files, Collector collector) {
        if (files.isEmpty()) {
            return;
        }
        TerraformFiles terraform = new TerraformFiles(collector);
        List<Node> plans = new ArrayList<>();
        List<Node> states = new ArrayList<>();
        for (Node each : files) {
            (isPlan(each) ? plans : states).add(each);
        }
        plans.forEach(terraform::plan);
        states.forEach(terraform::state);
        terraform.declare();
    }

    private static boolean isPlan(Node file) {
        Optional<Node> version = file.find(FORMAT_VERSION);
        if (version.isPresent()) {
            checkVersion(version.get());
            if (file.find("planned_values").isEmpty() && file.find("values").isEmpty()) {
                throw file.refuse(
                        "the key planned_values is missing: expected a plan, as of terraform show -json PLANFILE,"
                                + " or a state that is not empty");
            }
        } else if (file.find("encrypted_data").isPresent()) {
            throw file.refuse("this is an encrypted state or plan of OpenTofu: expected what tofu show -json writes");
        }
        return file.find("planned_values").isPresent();
    }

    private static void checkVersion(Node version) {
        String text = version.text();
        if (!text.startsWith("0.") && !text.startsWith("1.")) {
            throw version.refuse("the format version is \"" + text + "\": expected 0.x or 1.x");
        }
    }

    /** Names resources by their addresses; those that describe output shows or names by their ids. */
    private Names names(Node file) {
        String prefix = file.place().step() + "#";
        Set<String> before = new HashSet<>(taken);
        return resource -> {
            String address = resource.label();
            String name = before.contains(address) ? prefix + address : address;
            taken.add(address);
            return resource.id()
                    .filter(id -> named.contains(id) || isDescribed(resource))
                    .orElse(name);
        };
    }

    /** Returns whether describe output shows a resource, or an instance's interface. */
    private boolean isDescribed(Planned resource) {
        return isShown(resource.id()) || isShown(resource.text("spot_instance_id")) || isShownByItsInterface(resource);
    }

    private boolean isShownByItsInterface(Planned resource) {
        if (TerraformTypes.INSTANCE.contains(resource.type())) {
            return isShown(resource.text("primary_network_interface_id"));
        }
        return TerraformServices.isOne(resource.type()) && isShown(resource.text("network_interface_id"));
    }

    private boolean isShown(Optional<String> id) {
        return id.isPresent() && collector.describes(id.get());
    }

    private void plan(Node file) {
        TerraformPlan plan = TerraformPlan.read(file, names(file));
        plan.reportOpen(collector);
        plan.reportReplaced(collector);
        for (TerraformPlan.Managed each : plan.managed()) {
            Presence presence = each.presence();
            Set<String> placesBefore = presence == Presence.CHANGED ? each.placesBefore() : Set.of();
            add(new Read(each.resource(), each.unknown(), presence, placesBefore), file);
        }
        collector.terminate(plan.idsGone());
        plan.noteFreed(collector);
        ids.addAll(plan.idsBefore());
        for (Planned each : plan.data()) {
            if (each.id().filter(id -> !ids.contains(id)).isPresent()) {
                add(Read.kept(each.called(each.id().orElseThrow())), file);
            }
        }
    }

    private void state(Node file) {
        collector.files().noteRead(file.place());
        for (Planned each : TerraformState.read(file, names(file))) {
            boolean known = each.id().filter(ids::contains).isPresent();
            if (!known && (each.id().isPresent() || !each.isData())) {
                add(Read.kept(each.isData() ? each.called(each.id().orElseThrow()) : each), file);
            }
        }
    }

    private void add(Read read, Node file) {
        places.add(read.resource, file);
        read.resource.id().ifPresent(ids::add);
        all.add(read);
    }

    /** Returns whether the interfaces of a service that is there are among those that describe output shows. */
    private boolean isCountedByItsInterfaces(Planned resource) {
        return collector.files().saw(INTERFACES) && TerraformServices.isOne(resource.type());
    }

    /** Adds or changes an instance whose interfaces describe output shows. */
    private void instance(Planned resource) {
        String id = resource.id().orElseThrow();
        Optional<String> type = resource.text("instance_type");
        if (collector.describes(id)) {
            type.ifPresent(each -> collector.change(
                    InstanceId.of(id),
                    Instance.class,
                    instance -> instance.toBuilder().instanceType(each).build()));
        } else {
            collector.reading(true);
            collector.add(
                    Instance.builder()
                            .id(id)
                            .instanceType(type.orElse(Symbols.of(resource.address() + ".instance_type")))
                            .availabilityZone(resource.text("availability_zone"))
                            .build(),
                    TerraformResource.origin(resource));
        }
    }

    /** Reads what the files declare. Each resource is read at once, while all of it is at hand. */
    private void declare() {
        TerraformLinks links =
                new TerraformLinks(all.stream().map(Read::resource).toList(), collector::describes, collector.budget());
        List<Read> declaring = new ArrayList<>();
        for (Read each : all) {
            if (isDeclared(each)) {
                declaring.add(each);
            }
        }
        IdentityHashMap<Read, List<Declared>> named = new IdentityHashMap<>();
        for (Read each : declaring) {
            if (TerraformServices.isNamed(each.resource.type())) {
                List<Declared> parts = declared(each, links);
                parts.forEach(part -> Declarations.name(part, collector));
                named.put(each, parts);
            }
        }
        for (Read each : declaring) {
            @Nullable List<Declared> known = named.get(each);
            for (Declared part : known == null ? declared(each, links) : known) {
                Declarations.read(part, collector);
            }
        }
        collector.alternatives(links.candidates());
    }

    /** Returns whether a resource is to be declared: describe output does not show it, or not as it is going to be. */
    private boolean isDeclared(Read read) {
        boolean described = isDescribed(read.resource);
        if (described && read.resource.type().equals(INSTANCE)) {
            instance(read.resource);
            return false;
        } else if (described && TerraformTypes.INSTANCE.contains(read.resource.type())) {
            collector.files().noteRead(read.resource.values().place()); // the request of an instance that is shown
            return false;
        } else if (read.presence == Presence.KEPT && (described || isCountedByItsInterfaces(read.resource))) {
            return false;
        }
        read.resource.id().ifPresent(id -> collector.leaveOut(Set.of(id)));
        return true;
    }

    private List<Declared> declared(Read read, TerraformLinks links) {
        TerraformResource resource =
                new TerraformResource(read.resource, read.unknown, links, read.presence).at(places);
        if (read.presence == Presence.CHANGED
                && (collector.files().saw(INTERFACES) || collector.files().saw(SUBNETS))) {
            resource.putTexts(ServiceInterfaces.COUNTED, read.placesBefore);
        }
        List<Declared> declared = new ArrayList<>(2);
        TerraformTypes.declare(resource, declared::add);
        if (declared.isEmpty()) {
            collector.files().unread().add(read.resource.type(), read.parts());
        }
        return declared;
    }
}
