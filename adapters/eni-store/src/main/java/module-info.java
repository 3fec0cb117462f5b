/** Address pools that many processes share, kept in a database. */
module io.enikit.store {
    requires com.google.common;
    requires transitive io.enikit.ipam;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports io.enikit.store;
}
