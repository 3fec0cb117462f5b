package io.enikit.operations;

import io.enikit.model.InstanceId;

/** An operation on an instance that must exist. */
interface OnInstance {
    InstanceId instance();
}
