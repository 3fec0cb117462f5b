package io.enikit.fake.awssdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The parameters of a call by names of the API; what is absent or empty is not put. */
final class Params {
    private final Map<String, Object> map = new LinkedHashMap<>();

    Params put(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(given -> map.put(name, plain(given)));
        } else if (value instanceof OptionalInt number) {
            number.ifPresent(given -> map.put(name, given));
        } else {
            map.put(name, plain(value));
        }
        return this;
    }

    private static Object plain(Object value) {
        return value instanceof Number
                        || value instanceof Boolean
                        || value instanceof Map<?, ?>
                        || value instanceof List<?>
                ? value
                : value.toString();
    }

    Params list(String name, Iterable<?> values) {
        List<Object> list = new ArrayList<>();
        values.forEach(each -> list.add(plain(each)));
        if (!list.isEmpty()) {
            map.put(name, list);
        }
        return this;
    }

    /** Puts a list of structures that have one member. */
    Params list(String name, String member, Iterable<?> values) {
        List<Object> list = new ArrayList<>();
        values.forEach(each -> list.add(Map.of(member, plain(each))));
        return list(name, list);
    }

    Params tags(String type, Map<String, String> tags) {
        if (!tags.isEmpty()) {
            List<Object> list = new ArrayList<>();
            tags.forEach((key, value) -> list.add(Map.of("Key", key, "Value", value)));
            map.put("TagSpecifications", List.of(Map.of("ResourceType", type, "Tags", list)));
        }
        return this;
    }

    Map<String, Object> map() {
        return map;
    }
}
