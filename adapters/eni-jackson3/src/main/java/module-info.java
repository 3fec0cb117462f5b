/** The values as text in JSON, with Jackson 3. */
@SuppressWarnings("module") // the digit is that of Jackson
module io.enikit.jackson3 {
    requires transitive tools.jackson.databind;
    requires io.enikit.core;
    requires io.enikit.ipam;
    requires static transitive org.jspecify;

    exports io.enikit.jackson3;

    provides tools.jackson.databind.JacksonModule with
            io.enikit.jackson3.EniJackson3Module;
}
