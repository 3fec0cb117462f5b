package io.enikit.awssdk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Values as builders of the SDK take them; what is absent or empty is null there, and not in the request. */
final class Parts {
    private Parts() {}

    static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    static @Nullable Integer number(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    static @Nullable List<String> texts(Collection<?> values) {
        return values.isEmpty() ? null : values.stream().map(Object::toString).toList();
    }

    static @Nullable AttributeBooleanValue flag(Optional<Boolean> value) {
        return value.map(flag -> AttributeBooleanValue.builder().value(flag).build())
                .orElse(null);
    }

    static @Nullable List<TagSpecification> tags(String resourceType, Map<String, String> tags) {
        if (tags.isEmpty()) {
            return null;
        }
        List<Tag> all = tags.entrySet().stream()
                .map(each ->
                        Tag.builder().key(each.getKey()).value(each.getValue()).build())
                .toList();
        return List.of(
                TagSpecification.builder().resourceType(resourceType).tags(all).build());
    }
}
