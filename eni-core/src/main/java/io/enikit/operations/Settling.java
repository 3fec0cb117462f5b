package io.enikit.operations;

import io.enikit.model.Attachment;
import io.enikit.model.AttachmentStatus;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Ends what is under way: the time that passes, as one step. */
final class Settling {
    private Settling() {}

    /** Settles the chosen instances with their interfaces, and the chosen interfaces. */
    static ApplyResult.Accepted settle(NetworkPlan plan, Predicate<? super ResourceId> chosen) {
        Editor editor = new Editor(0, null, plan, true, Caller.UNKNOWN);
        List<Instance> instances = plan.instances().stream()
                .filter(each -> isUnderWay(each.state()) && chosen.test(each.id()))
                .toList();
        List<Eni> enis = plan.enis().stream()
                .filter(eni -> isUnderWay(eni)
                        && (chosen.test(eni.id())
                                || eni.instanceId().filter(chosen).isPresent()))
                .toList();
        for (Eni eni : enis) {
            settle(eni, editor);
        }
        for (Instance instance : instances) {
            settle(instance, editor);
        }
        return new ApplyResult.Accepted(editor.plan(), editor.outcomes());
    }

    private static boolean isUnderWay(InstanceState state) {
        return state == InstanceState.PENDING
                || state == InstanceState.STOPPING
                || state == InstanceState.SHUTTING_DOWN;
    }

    private static boolean isUnderWay(Eni eni) {
        Optional<AttachmentStatus> status = eni.attachment().map(Attachment::status);
        return status.isPresent()
                && (status.get() == AttachmentStatus.ATTACHING || status.get() == AttachmentStatus.DETACHING);
    }

    /** Those of an instance that is shutting down are left to it, which knows whether they are deleted. */
    private static void settle(Eni eni, Editor editor) {
        boolean isDetaching = eni.attachment().orElseThrow().status() == AttachmentStatus.DETACHING;
        boolean goesWithInstance = eni.instanceId()
                .flatMap(editor.plan()::instance)
                .filter(instance -> instance.state() == InstanceState.SHUTTING_DOWN)
                .isPresent();
        if (!isDetaching) {
            editor.setAttachmentStatus(eni, AttachmentStatus.ATTACHED);
        } else if (!goesWithInstance) {
            editor.endAttachment(eni, "detaching → available");
        }
    }

    private static void settle(Instance instance, Editor editor) {
        InstanceId id = instance.id();
        switch (instance.state()) {
            case PENDING -> {
                editor.endState(instance, InstanceState.RUNNING);
                editor.renewPublicIpv4(id);
            }
            case STOPPING -> {
                editor.endState(instance, InstanceState.STOPPED);
                editor.plan().enisOf(id).forEach(editor::releasePublicIpv4);
            }
            case SHUTTING_DOWN -> {
                editor.endInterfaces(id, "detaching → available");
                editor.endState(instance, InstanceState.TERMINATED);
            }
            case RUNNING, STOPPED, TERMINATED -> {}
        }
    }
}
