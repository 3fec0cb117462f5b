package io.enikit.operations;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import org.immutables.value.Value;

/** Sets a tag of a resource of any kind, in place of the tag of the same key if there is one. */
@Value.Immutable
public abstract class TagResource extends Operation {
    TagResource() {}

    /**
     * Sets a tag.
     *
     * @param resource the id of the resource
     * @param key the key, case-sensitive, 1 to 128 characters in EC2
     * @param value the value, at most 256 characters in EC2, may be empty
     * @return the operation
     */
    public static TagResource of(ResourceId resource, String key, String value) {
        return ImmutableTagResource.builder()
                .resource(resource)
                .key(key)
                .value(value)
                .build();
    }

    /** {@return the resource} */
    public abstract ResourceId resource();

    /** {@return the tag key} */
    public abstract String key();

    /** {@return the value} */
    public abstract String value();

    @Override
    public String action() {
        return "CreateTags";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).tags(resource(), key());
    }

    @Override
    void apply(Editor editor) {
        editor.changeTags(resource(), tags -> tags.put(key(), value()));
        editor.report(Outcome.Kind.MODIFIED, resource(), "tag " + key() + "=" + value());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("TagResource", "resource", resource(), "key", key(), "value", value());
    }
}
