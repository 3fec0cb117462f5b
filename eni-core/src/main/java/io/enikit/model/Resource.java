package io.enikit.model;

import java.util.SortedMap;

/** Something a plan holds under an id of its own. */
public sealed interface Resource permits Vpc, Subnet, SecurityGroup, Instance, Eni, ElasticIp {
    /** {@return the id, unique in a plan among resources of the same kind; the kinds know it as {@code id()}} */
    ResourceId resourceId();

    /** {@return the tags by key} */
    SortedMap<String, String> tags();
}
