package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.enikit.internal.VisibleText;
import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Changes one attribute of the only network interface of an instance.
 *
 * <p>These attributes are the interface's own; on an instance with several interfaces EC2 refuses to guess which.
 */
@Value.Immutable
public abstract class ModifyInstance extends Operation {
    ModifyInstance() {}

    /**
     * Makes the operation, with nothing to change yet.
     *
     * @param instance the id of the instance
     * @return the operation
     */
    public static ModifyInstance of(InstanceId instance) {
        return ImmutableModifyInstance.builder().instance(instance).build();
    }

    /**
     * Makes the operation, with nothing to change yet.
     *
     * @param instance the id of the instance
     * @return the operation
     */
    public static ModifyInstance of(String instance) {
        return of(InstanceId.of(requireNonNull(instance, "instance")));
    }

    /** {@return the instance} */
    public abstract InstanceId instance();

    /** {@return whether EC2 drops traffic that is neither from nor to its addresses} */
    public abstract Optional<Boolean> sourceDestCheck();

    /**
     * Returns a copy for the source/destination check.
     *
     * @param sourceDestCheck whether EC2 drops traffic that is neither from nor to its addresses
     * @return the operation
     */
    public abstract ModifyInstance withSourceDestCheck(boolean sourceDestCheck);

    /** {@return the groups that take the place of all it is in} */
    public abstract Optional<Set<SecurityGroupId>> securityGroups();

    final ModifyInstance withSecurityGroupSet(Set<SecurityGroupId> groups) {
        return ImmutableModifyInstance.builder()
                .from(this)
                .securityGroups(groups)
                .build();
    }

    /**
     * Returns a copy for the groups, which take the place of all it is in.
     *
     * @param groups the ids of the groups, one at least
     * @return the operation
     */
    public ModifyInstance withSecurityGroups(String... groups) {
        return withSecurityGroups(Lists.transform(List.of(requireNonNull(groups, "groups")), SecurityGroupId::of));
    }

    /**
     * Returns a copy that puts these security groups in place of those there are.
     *
     * @param groups the groups
     * @return the operation
     */
    public ModifyInstance withSecurityGroups(SecurityGroupId... groups) {
        return withSecurityGroups(List.of(requireNonNull(groups, "groups")));
    }

    /**
     * Returns a copy that puts these security groups in place of those there are.
     *
     * @param groups the groups, in any order
     * @return the operation
     */
    public ModifyInstance withSecurityGroups(Iterable<? extends SecurityGroupId> groups) {
        return withSecurityGroupSet(ImmutableSet.copyOf(requireNonNull(groups, "groups")));
    }

    List<String> attributes() {
        ImmutableList.Builder<String> set = ImmutableList.builder();
        sourceDestCheck().ifPresent(value -> set.add("sourceDestCheck=" + value));
        // a list without an element is not in a request, and EC2 sees no attribute
        securityGroups().filter(value -> !value.isEmpty()).ifPresent(value -> set.add("groups=" + value));
        return set.build();
    }

    @Override
    public String action() {
        return "ModifyInstanceAttribute";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(instance()).through(instance()).modifies(attributes());
    }

    @Override
    void apply(Editor editor) {
        for (Eni before : editor.plan().enisOf(instance())) {
            Eni.Builder changed = before.toBuilder();
            sourceDestCheck().ifPresent(changed::sourceDestCheck);
            securityGroups().ifPresent(changed::securityGroups);
            editor.put(changed.build());
            editor.report(Outcome.Kind.MODIFIED, before.id(), String.join(", ", attributes()));
        }
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "ModifyInstance",
                "instance",
                instance(),
                "sourceDestCheck",
                sourceDestCheck(),
                "securityGroups",
                securityGroups());
    }
}
