package io.enikit.json.gathered;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.json.Origin;
import io.enikit.json.Unknown;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SubnetId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What files say together, once all of them are read.
 *
 * <p>Two are equal if they say the same about what there is and what is wrong; what they count while they do so is left out.
 *
 * @param plan the plan that they make
 * @param outside the ids that are mentioned, but whose resources are not in the files
 * @param origins where resources were read
 * @param unknowns the values that are left open, in the order of the files
 * @param leftOut where the resources stand that are declared, but not made
 * @param notes what is wrong with the files themselves
 * @param openFacts what is not known about resources
 * @param added the resources that do not exist yet
 * @param demands what is taken in subnets, on interfaces that are not in the plan
 * @param openRooms the subnets in which nobody knows how many addresses are given up
 * @param isOneAccount whether the quotas are those of one account
 * @param candidates the resources that symbols may stand for, where it is not known which
 * @param samples what was read of one of many things, such as an instance of a launch template
 * @param unread what was seen and not read
 * @param mostFindings how many findings are listed at most
 */
public record Gathered(
        NetworkPlan plan,
        ImmutableSortedSet<ResourceId> outside,
        Origins origins,
        List<Unknown> unknowns,
        List<Origin> leftOut,
        List<Notes.Note> notes,
        OpenFacts openFacts,
        Set<ResourceId> added,
        List<Demanded> demands,
        Set<SubnetId> openRooms,
        boolean isOneAccount,
        Map<String, List<String>> candidates,
        List<Gathered> samples,
        Unread unread,
        int mostFindings) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Gathered that
                && plan.equals(that.plan)
                && outside.equals(that.outside)
                && origins.equals(that.origins)
                && unknowns.equals(that.unknowns)
                && leftOut.equals(that.leftOut)
                && notes.equals(that.notes)
                && openFacts.equals(that.openFacts)
                && added.equals(that.added)
                && candidates.equals(that.candidates)
                && samples.equals(that.samples)
                && unread.equals(that.unread)
                && mostFindings == that.mostFindings;
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, outside, origins, unknowns, leftOut, notes, openFacts, added, samples, mostFindings);
    }
}
