package io.enikit.operations;

import io.enikit.model.VpcId;

/** An operation on a VPC that must exist. */
interface OnVpc {
    VpcId vpc();
}
