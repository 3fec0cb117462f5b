package io.enikit.awssdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.utils.builder.Buildable;

/** Objects of the SDK as maps, by the names that members have in EC2's API. */
final class SdkMaps {
    private SdkMaps() {}

    /** Reads an object; what is not there has no entry. */
    static Map<String, Object> read(SdkPojo object) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = field.getValueOrDefault(object);
            if (value != null && !(value instanceof SdkAutoConstructList<?>)) {
                map.put(field.memberName(), plain(value));
            }
        }
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo part) {
            return read(part);
        } else if (value instanceof List<?> list) {
            return list.stream().map(SdkMaps::plain).toList();
        }
        return value;
    }

    /** Builds an object; members that the SDK does not know are passed over. */
    static <T> T build(Class<T> type, SdkPojo builder, Map<String, ?> values) {
        return type.cast(build(builder, values));
    }

    private static Object build(SdkPojo builder, Map<String, ?> values) {
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = values.get(field.memberName());
            if (value != null) {
                field.set(builder, built(field, value));
            }
        }
        return ((Buildable) builder).build();
    }

    private static Object built(SdkField<?> field, Object value) {
        if (value instanceof List<?> list) {
            SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            list.forEach(each -> items.add(built(item, each)));
            return items;
        } else if (value instanceof Map<?, ?> map) {
            return build(field.constructor().get(), members(map));
        }
        return value;
    }

    static Map<String, Object> members(@Nullable Object map) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> known) {
            known.forEach((key, value) -> members.put((String) key, value));
        }
        return members;
    }
}
