/** How many interfaces and addresses each EC2 instance type may have, and what follows from it. */
module io.enikit.limits {
    requires transitive io.enikit.core;
    requires static com.fasterxml.jackson.core; // for describe-instance-types output only
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.enikit.limits;
}
