package io.enikit.operations;

import io.enikit.model.SubnetId;

/** An operation on a subnet that must exist. */
interface OnSubnet {
    SubnetId subnet();
}
