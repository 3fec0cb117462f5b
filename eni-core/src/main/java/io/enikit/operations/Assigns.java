package io.enikit.operations;

/** An operation that gives addresses or prefixes of one family to one interface that is there. */
interface Assigns extends OnEni, AsksForAddresses {}
