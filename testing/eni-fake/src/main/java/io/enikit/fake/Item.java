package io.enikit.fake;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Values by the names of the API: a request, an answer, or a part of one.
 *
 * <p>Every value is turned into text when it comes in, and a name that the shape does not have throws: a misspelt name
 * would otherwise be silence at the client.
 */
final class Item {
    private final Api api;
    private final Shape shape;
    /** A text, an item, or a list of either; null where there is none. */
    private final @Nullable Object[] values;

    Item(Api api, Shape shape) {
        this.api = api;
        this.shape = shape;
        this.values = new Object[shape.members().size()];
    }

    Shape shape() {
        return shape;
    }

    boolean has(String member) {
        return values[shape.indexOf(member)] != null;
    }

    boolean isEmpty() {
        return Arrays.stream(values).allMatch(value -> value == null);
    }

    /** Returns the value at a place of the shape: a text, an item, a list of either, or null. */
    @Nullable
    Object at(int index) {
        return values[index];
    }

    /** Puts a value; null or an absent one puts nothing. */
    Item put(String member, @Nullable Object value) {
        Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (given instanceof OptionalInt number) {
            given = number.isPresent() ? number.getAsInt() : null;
        }
        if (given != null) {
            int index = shape.indexOf(member);
            values[index] = shape.members().get(index).list() ? listOf(given) : one(given);
        }
        return this;
    }

    private static ImmutableList<Object> listOf(Object given) {
        return ((Collection<?>) given).stream().map(Item::one).collect(ImmutableList.toImmutableList());
    }

    private static Object one(Object given) {
        return given instanceof Item ? given : given.toString();
    }

    /** Takes a value out. */
    Item remove(String member) {
        values[shape.indexOf(member)] = null;
        return this;
    }

    /** Returns a new item for a member that is a structure, or a list of them; it is not put yet. */
    Item part(String member) {
        return new Item(
                api, api.shape(shape.members().get(shape.indexOf(member)).shape()));
    }

    /** Puts a new item as a member, and returns it. */
    Item child(String member) {
        Item child = part(member);
        values[shape.indexOf(member)] = child;
        return child;
    }

    /** Appends a new item to a list, and returns it. */
    Item append(String member) {
        Item child = part(member);
        add(member, child);
        return child;
    }

    /** Appends a text or an item to a list. */
    void add(String member, Object value) {
        int index = shape.indexOf(member);
        List<Object> list = new ArrayList<>(list(index));
        list.add(one(value));
        values[index] = list;
    }

    private List<?> list(int index) {
        return values[index] instanceof List<?> list ? list : ImmutableList.of();
    }

    Optional<String> find(String member) {
        return Optional.ofNullable((String) values[shape.indexOf(member)]);
    }

    /** Returns a text that the reader has seen to be there. */
    String text(String member) {
        return find(member).orElseThrow(() -> Ec2Error.missingParameter(member));
    }

    String text(String member, String other) {
        return find(member).orElse(other);
    }

    Optional<Boolean> flag(String member) {
        return find(member).map(Boolean::valueOf);
    }

    boolean isTrue(String member) {
        return flag(member).orElse(false);
    }

    OptionalInt number(String member) {
        Optional<String> text = find(member);
        return text.isPresent() ? OptionalInt.of(Numbers.parse(text.get(), member)) : OptionalInt.empty();
    }

    List<String> texts(String member) {
        return list(shape.indexOf(member)).stream().map(String.class::cast).toList();
    }

    List<Item> items(String member) {
        return list(shape.indexOf(member)).stream().map(Item.class::cast).toList();
    }

    Optional<Item> item(String member) {
        return Optional.ofNullable((Item) values[shape.indexOf(member)]);
    }

    /** Returns the text of a structure that holds nothing but a value, as attributes do. */
    Optional<String> valueOf(String member) {
        return item(member).flatMap(part -> part.find("Value"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item item
                && shape.name().equals(item.shape.name())
                && Arrays.equals(values, item.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** {@return the values by name, for tests and messages} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                text.append(text.length() > 1 ? ", " : "")
                        .append(shape.members().get(i).name())
                        .append('=')
                        .append(values[i]);
            }
        }
        return text.append('}').toString();
    }
}
