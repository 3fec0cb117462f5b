package io.enikit.operations;

import io.enikit.model.ResourceId;

/** An operation on a tag of a resource that must exist. */
interface OnTags {
    ResourceId resource();

    String key();
}
