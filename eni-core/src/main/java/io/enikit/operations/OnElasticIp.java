package io.enikit.operations;

import io.enikit.model.ElasticIpId;

/** An operation on an Elastic IP that must exist. */
interface OnElasticIp {
    ElasticIpId elasticIp();
}
