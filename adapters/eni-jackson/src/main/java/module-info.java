/** The values as text in JSON, with Jackson 2. */
module io.enikit.jackson {
    requires transitive com.fasterxml.jackson.databind;
    requires io.enikit.core;
    requires io.enikit.ipam;
    requires static transitive org.jspecify;

    exports io.enikit.jackson;

    provides com.fasterxml.jackson.databind.Module with
            io.enikit.jackson.EniJacksonModule;
}
