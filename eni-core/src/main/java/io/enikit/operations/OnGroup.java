package io.enikit.operations;

import io.enikit.model.SecurityGroupId;

/** An operation on a security group that must exist. */
interface OnGroup {
    SecurityGroupId group();
}
