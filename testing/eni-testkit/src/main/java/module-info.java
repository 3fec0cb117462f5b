/**
 * For tests: network plans made up, invariants, golden plans, and assertions.
 *
 * <p>jqwik finds the arbitraries on the class path, where Maven and Gradle put what tests need. A module that provided
 * them by name would not start on JDK 17 where there is no jqwik.
 */
module io.enikit.testkit {
    requires com.google.common;
    requires transitive io.enikit.core;
    requires transitive io.enikit.limits;
    requires transitive io.enikit.ipam;
    requires static transitive org.jspecify;
    requires static net.jqwik.api; // for arbitraries only
    requires static org.assertj.core; // for assertions only

    exports io.enikit.testkit;
}
