/** A strict EC2 for tests, in process and on the loopback address. */
module io.enikit.fake {
    requires transitive io.enikit.core;
    requires transitive io.enikit.limits;
    requires com.google.common;
    requires io.enikit.json;
    requires jdk.httpserver;
    requires org.pcollections;
    requires static transitive org.jspecify;

    exports io.enikit.fake;
}
