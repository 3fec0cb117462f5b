package io.enikit.operations;

import io.enikit.model.EniId;

/** An operation on a network interface that must exist. */
interface OnEni {
    EniId eni();
}
