/** Address allocation (pools, layouts, the planner of whole networks), and capacity of subnets and nodes. */
module io.enikit.ipam {
    requires com.google.common;
    requires transitive io.enikit.core;
    requires transitive io.enikit.limits;
    requires static com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.enikit.capacity;
    exports io.enikit.ipam;
}
