package io.enikit.operations;

import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.NetworkPlan;
import java.util.Optional;

/** An operation that associates an Elastic IP with an address. */
interface Associates extends OnElasticIp {
    /** {@return whether the Elastic IP may be taken from where it is} */
    boolean allowReassociation();

    /** Returns the address it is to stand for, or empty where that cannot be told. */
    Optional<ElasticIpAssociation> target(NetworkPlan plan);
}
