package io.enikit.model;

import java.util.Map;
import java.util.Optional;

/**
 * The part of the builders of resources that is the same for all kinds: the owner and the tags.
 *
 * @param <B> the builder of a kind
 */
public abstract class ResourceBuilder<B> {
    ResourceBuilder() {}

    /**
     * Sets the account that owns it.
     *
     * @param ownerId the id of the account, such as {@code 111122223333}
     * @return this builder
     */
    public abstract B ownerId(String ownerId);

    /**
     * Sets the account that owns it, or leaves it open.
     *
     * @param ownerId the id of the account, such as {@code 111122223333}; empty, which is the default, if it is not
     *     known
     * @return this builder
     */
    public abstract B ownerId(Optional<String> ownerId);

    /**
     * Sets the tags, replacing those set before.
     *
     * @param tags the values by key
     * @return this builder
     */
    public abstract B tags(Map<String, ? extends String> tags);

    /**
     * Adds a tag.
     *
     * @param key the key, which no other tag of the resource has
     * @param value the value, may be empty
     * @return this builder
     */
    public abstract B putTag(String key, String value);
}
