package io.enikit.operations;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import org.immutables.value.Value;

/** Removes a tag of a resource of any kind; nothing happens where there is no tag of this key. */
@Value.Immutable
public abstract class UntagResource extends Operation {
    UntagResource() {}

    /**
     * Removes a tag.
     *
     * @param resource the id of the resource
     * @param key the key, case-sensitive
     * @return the operation
     */
    public static UntagResource of(ResourceId resource, String key) {
        return ImmutableUntagResource.builder().resource(resource).key(key).build();
    }

    /** {@return the resource} */
    public abstract ResourceId resource();

    /** {@return the tag key} */
    public abstract String key();

    @Override
    public String action() {
        return "DeleteTags";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).tags(resource(), key());
    }

    @Override
    void apply(Editor editor) {
        editor.changeTags(resource(), tags -> tags.remove(key()));
        editor.report(Outcome.Kind.MODIFIED, resource(), "tag " + key() + " removed");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("UntagResource", "resource", resource(), "key", key());
    }
}
