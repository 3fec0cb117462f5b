package io.enikit.operations;

/** An operation that changes a network interface, which must exist and be the account's own to change. */
interface ChangesEni extends OnEni {}
