/** Address allocation: pools, layouts, and the planner of whole networks. */
module io.enikit.ipam {
    requires com.google.common;
    requires transitive io.enikit.core;
    requires transitive io.enikit.limits;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.enikit.ipam;
}
