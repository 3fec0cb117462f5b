package io.enikit.fake.awssdk;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.utils.builder.Buildable;

/** Calls any action of the SDK by names, and reads its objects as maps. */
final class SdkMaps {
    private static final String MODEL = "software.amazon.awssdk.services.ec2.model.";

    private SdkMaps() {}

    /** Calls an action; exceptions of the client come through. */
    static Map<String, Object> call(Ec2Client client, String action, Map<String, ?> request) {
        try {
            Class<?> type = Class.forName(MODEL + action + "Request");
            Object built = build((SdkPojo) type.getMethod("builder").invoke(null), request);
            String method = action.substring(0, 1).toLowerCase(Locale.ROOT) + action.substring(1);
            return read((SdkPojo) Ec2Client.class.getMethod(method, type).invoke(client, built));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(action, e);
        }
    }

    private static Object build(SdkPojo builder, Map<String, ?> values) {
        Map<String, SdkField<?>> fields = new LinkedHashMap<>();
        builder.sdkFields().forEach(field -> fields.put(field.memberName(), field));
        values.forEach((name, value) -> {
            SdkField<?> field = fields.get(name);
            if (field == null) {
                throw new AssertionError(builder.getClass() + " has no member " + name);
            }
            field.set(builder, built(field, value));
        });
        return ((Buildable) builder).build();
    }

    private static Object built(SdkField<?> field, Object value) {
        if (value instanceof List<?> list) {
            SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            list.forEach(each -> items.add(built(item, each)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> part = new LinkedHashMap<>();
            map.forEach((key, each) -> part.put((String) key, each));
            return build(field.constructor().get(), part);
        }
        return value;
    }

    /** Reads an object of the SDK; what is not there has no entry. */
    static Map<String, Object> read(SdkPojo pojo) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList<?>)) {
                map.put(field.memberName(), plain(value));
            }
        }
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo part) {
            return read(part);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SdkMaps::plain).toList();
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
