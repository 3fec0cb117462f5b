/** For tests: network plans made up, invariants, golden plans, and assertions. */
module io.enikit.testkit {
    requires com.google.common;
    requires transitive io.enikit.core;
    requires transitive io.enikit.limits;
    requires transitive io.enikit.ipam;
    requires static transitive org.jspecify;
    requires static net.jqwik.api; // for arbitraries only
    requires static org.assertj.core; // for assertions only

    exports io.enikit.testkit;

    provides net.jqwik.api.providers.ArbitraryProvider with
            io.enikit.testkit.internal.EniArbitraryProvider;
    provides net.jqwik.api.SampleReportingFormat with
            io.enikit.testkit.internal.PlanReportingFormat;
}
