package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PublicIpv4;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Changes a plan on behalf of one operation, and keeps book of what was changed and how. */
final class Editor {
    private final int operationIndex;
    private final NetworkPlan.Builder builder;
    private final Set<ResourceId> changed = new TreeSet<>();
    private final ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
    private NetworkPlan plan;

    Editor(int operationIndex, NetworkPlan plan) {
        this.operationIndex = operationIndex;
        this.plan = plan;
        this.builder = plan.toBuilder();
    }

    /** Returns the plan with all changes so far. */
    NetworkPlan plan() {
        return plan;
    }

    Set<ResourceId> changed() {
        return changed;
    }

    ImmutableList<Outcome> outcomes() {
        return outcomes.build();
    }

    Eni eni(EniId id) {
        return plan.eni(id).orElseThrow();
    }

    Instance instance(InstanceId id) {
        return plan.instance(id).orElseThrow();
    }

    void put(Resource resource) {
        changed.add(resource.resourceId());
        plan = builder.put(resource).build();
    }

    void remove(ResourceId id) {
        changed.add(id);
        plan = builder.remove(id).build();
    }

    /** Attaches an interface that is created or available. */
    Eni attach(Eni eni, Attachment attachment) {
        Eni attached = eni.toBuilder().attachment(attachment).build();
        put(attached);
        report(
                Outcome.Kind.ATTACHED,
                eni.id(),
                attached.attachment().flatMap(Attachment::attachmentId).orElse("") + " at device index "
                        + attachment.deviceIndex() + " of network card " + attachment.networkCardIndex() + " of "
                        + attachment.instanceId().map(InstanceId::toString).orElse("a service"));
        report(Outcome.Kind.STATUS, eni.id(), "available → attaching → in-use");
        return attached;
    }

    /** Detaches an interface; it keeps all it has but its place, and the public IPv4 that came with the place. */
    void detach(Eni eni) {
        put(eni.toBuilder()
                .attachment(Optional.empty())
                .publicIpv4(Optional.empty())
                .build());
        report(
                Outcome.Kind.DETACHED,
                eni.id(),
                eni.instanceId().map(InstanceId::toString).map("from "::concat).orElse(""));
        report(Outcome.Kind.STATUS, eni.id(), "in-use → detaching → available");
    }

    /** Deletes an interface: its addresses are free again, its Elastic IPs stay allocated. */
    void delete(Eni eni) {
        for (ElasticIp elasticIp : ImmutableList.copyOf(plan.elasticIpsOf(eni.id()))) {
            put(elasticIp.toBuilder().association(Optional.empty()).build());
            report(Outcome.Kind.DISASSOCIATED, elasticIp.id(), "from " + eni.id());
        }
        remove(eni.id());
        report(Outcome.Kind.DELETED, eni.id(), "");
    }

    /** Changes the state of an instance, by way of the state between. */
    void setState(Instance instance, InstanceState between, InstanceState state) {
        put(instance.toBuilder().state(state).build());
        report(Outcome.Kind.STATUS, instance.id(), instance.state() + " → " + between + " → " + state);
    }

    /** Takes back the public IPv4 address that EC2 gave an interface. */
    void releasePublicIpv4(Eni eni) {
        if (eni.publicIpv4().isPresent()) {
            put(eni.toBuilder().publicIpv4(Optional.empty()).build());
            report(Outcome.Kind.RELEASED, eni.id(), "its public IPv4 address");
        }
    }

    /** Gives a primary interface a public IPv4 address, where EC2 does: if it is the only one and has no Elastic IP. */
    void renewPublicIpv4(InstanceId instance) {
        List<Eni> enis = plan.enisOf(instance);
        if (enis.size() == 1
                && enis.get(0).associatePublicIpAddress()
                && enis.get(0).publicIpv4().isEmpty()
                && plan.elasticIpsOf(enis.get(0).id()).isEmpty()) {
            put(enis.get(0).toBuilder().publicIpv4(PublicIpv4.chosenByEc2()).build());
            report(Outcome.Kind.ASSIGNED, enis.get(0).id(), "a public IPv4 address");
        }
    }

    void report(Outcome.Kind kind, ResourceId subject, String detail) {
        outcomes.add(new Outcome(operationIndex, kind, subject, detail));
    }
}
