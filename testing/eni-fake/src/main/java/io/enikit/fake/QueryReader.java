package io.enikit.fake;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the parameters of a request by the shape of its action. */
final class QueryReader {
    private static final int INDEX_DIGITS = 5;

    private final Api api;

    QueryReader(Api api) {
        this.api = api;
    }

    /** Reads a structure; parameters that it does not have, and required ones that are absent, are refused. */
    Item read(QueryNode node, Shape shape) {
        Item item = new Item(api, shape);
        for (Map.Entry<String, QueryNode> part : node.parts().entrySet()) {
            Member member = memberOf(shape, part.getKey(), part.getValue().path());
            item.put(member.name(), member.list() ? list(part.getValue(), member) : one(part.getValue(), member));
        }
        for (Member member : shape.members()) {
            if (member.required() && !item.has(member.name())) {
                String name = member.query();
                throw Ec2Error.missingParameter(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
            }
        }
        return item;
    }

    private static Member memberOf(Shape shape, String query, String path) {
        for (Member member : shape.members()) {
            if (member.query().equals(query)) {
                return member;
            }
        }
        throw QueryNode.unknown(path);
    }

    private Object one(QueryNode node, Member member) {
        if (member.type() == Member.Type.STRUCTURE) {
            return read(node.withoutValue(), api.shape(member.shape()));
        }
        String text = node.value();
        return switch (member.type()) {
            case FLAG -> flag(text, member);
            case NUMBER -> number(text, member);
            default -> checked(text, member);
        };
    }

    /** Reads a list, whose indexes start at 1 and leave nothing out. */
    private List<Object> list(QueryNode node, Member member) {
        Map<String, QueryNode> parts = node.withoutValue().parts();
        ImmutableList.Builder<Object> values = ImmutableList.builder();
        for (int index = 1; index <= parts.size(); index++) {
            QueryNode part = parts.get(Integer.toString(index));
            if (part == null) {
                throw wrongIndex(node);
            }
            values.add(one(part, member));
        }
        return values.build();
    }

    private static Ec2Error wrongIndex(QueryNode node) {
        for (QueryNode part : node.parts().values()) {
            String index = part.path().substring(node.path().length() + 1);
            if (index.length() > INDEX_DIGITS || !index.matches("[1-9][0-9]*")) {
                return QueryNode.unknown(part.path());
            }
        }
        return Ec2Error.of(
                "MalformedQueryString", "The indexes of " + node.path() + " do not start at 1 or leave numbers out");
    }

    private static String flag(String text, Member member) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> "true";
            case "false", "0" -> "false";
            default -> throw Ec2Error.invalidValue(member.query(), text, "Expected a boolean.");
        };
    }

    private static String number(String text, Member member) {
        return Integer.toString(Numbers.parse(text, member.query()));
    }

    /** Refuses what no answer could hold: XML has no place for control characters and lone surrogates. */
    private static String checked(String text, Member member) {
        boolean wrong = text.codePoints()
                .anyMatch(c -> (c < ' ' && c != '\t' && c != '\n' && c != '\r')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                        || c == 0xFFFE
                        || c == 0xFFFF);
        if (wrong) {
            throw Ec2Error.invalidValue(member.query(), "…", "It holds characters that are not allowed.");
        }
        return text;
    }
}
