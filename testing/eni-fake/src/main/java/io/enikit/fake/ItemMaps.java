package io.enikit.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items as maps, for the code of users: by the names of the API, with texts, lists and maps as values. */
final class ItemMaps {
    private ItemMaps() {}

    static Map<String, Object> of(Item item) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Member> members = item.shape().members();
        for (int i = 0; i < members.size(); i++) {
            Object value = item.at(i);
            if (value != null) {
                map.put(members.get(i).name(), plain(value));
            }
        }
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof Item part) {
            return of(part);
        }
        return value instanceof List<?> list
                ? list.stream().map(ItemMaps::plain).toList()
                : value;
    }

    /** Reads a map that a user wrote; names and kinds of values have to be those of the shape. */
    static Item read(Api api, Shape shape, Map<?, ?> map) {
        Item item = new Item(api, shape);
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            Member member = shape.members().get(shape.indexOf(name));
            if (member.list() != value instanceof Iterable<?>) {
                throw new IllegalArgumentException(
                        shape + "." + name + (member.list() ? ": expected a list" : ": expected one value"));
            }
            if (value instanceof Iterable<?> list) {
                List<Object> values = new ArrayList<>();
                list.forEach(each -> values.add(one(api, shape, member, each)));
                item.put(name, values);
            } else {
                item.put(name, one(api, shape, member, value));
            }
        });
        return item;
    }

    private static Object one(Api api, Shape shape, Member member, Object value) {
        if (member.type() != Member.Type.STRUCTURE) {
            if (value instanceof Map<?, ?>) {
                throw new IllegalArgumentException(shape + "." + member.name() + ": expected no map");
            }
            return value;
        }
        if (!(value instanceof Map<?, ?> part)) {
            throw new IllegalArgumentException(shape + "." + member.name() + ": expected a map");
        }
        return read(api, api.shape(member.shape()), part);
    }
}
