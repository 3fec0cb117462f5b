/** Addresses, network interfaces, the rules EC2 enforces on them, and the operations that change them. */
@SuppressWarnings("module") // those that the last line names are compiled after this one
module io.enikit.core {
    requires com.google.common;
    requires static com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.enikit.diagram;
    exports io.enikit.insight;
    exports io.enikit.model;
    exports io.enikit.net;
    exports io.enikit.operations;
    exports io.enikit.rules;
    exports io.enikit.internal to
            io.enikit.ipam,
            io.enikit.json,
            io.enikit.limits,
            io.enikit.store;
}
