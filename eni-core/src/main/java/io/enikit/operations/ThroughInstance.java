package io.enikit.operations;

/** An operation on the only interface of an instance, which it does not name. */
interface ThroughInstance extends OnInstance {}
