package stranger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlainProperties {
    @Property
    boolean lengthOfTwo_isTheirSum(@ForAll String one, @ForAll String other) {
        return (one + other).length() == one.length() + other.length();
    }
}
