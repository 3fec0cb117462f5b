package io.enikit.ipam;

import io.enikit.ipam.LayoutEntries.Kind;
import java.util.List;
import java.util.Map;

/** A layout as an object of JSON, at the top or under a key. */
final class LayoutJson implements LayoutFormat.Form {
    private static final String INDENT = "  ";

    private final String key;
    private final String blocks;
    private final String headRoom;

    LayoutJson(String key, String blocks, String headRoom) {
        this.key = key;
        this.blocks = blocks;
        this.headRoom = headRoom;
    }

    private String keyOf(Kind kind) {
        boolean underscores = headRoom.indexOf('_') >= 0;
        return switch (kind) {
            case BLOCK -> blocks;
            case HEAD_ROOM -> headRoom;
            case CIDR -> "cidrs";
            case IMPOSSIBLE -> "impossible";
            case IMPOSSIBLE_HEAD_ROOM -> underscores ? "impossible_head_room" : "impossibleHeadRoom";
        };
    }

    @Override
    public String write(LayoutEntries entries) {
        StringBuilder json = new StringBuilder("{\n");
        String indent = key.isEmpty() ? INDENT : INDENT + INDENT;
        if (!key.isEmpty()) {
            json.append(INDENT).append(JsonWords.quote(key)).append(": {\n");
        }
        json.append(indent).append(JsonWords.quote(blocks)).append(": [");
        json.append(String.join(
                        ", ", entries.blocks().stream().map(JsonWords::quote).toList()))
                .append(']');
        for (Kind kind : List.of(Kind.CIDR, Kind.HEAD_ROOM, Kind.IMPOSSIBLE, Kind.IMPOSSIBLE_HEAD_ROOM)) {
            if (kind == Kind.CIDR || !entries.of(kind).isEmpty()) {
                json.append(",\n")
                        .append(indent)
                        .append(JsonWords.quote(keyOf(kind)))
                        .append(": {");
                members(entries.of(kind), kind, indent, json);
                json.append('}');
            }
        }
        json.append('\n');
        return json.append(key.isEmpty() ? "}\n" : INDENT + "}\n}\n").toString();
    }

    private static void members(Map<String, String> values, Kind kind, String indent, StringBuilder json) {
        boolean numbers = kind == Kind.IMPOSSIBLE || kind == Kind.IMPOSSIBLE_HEAD_ROOM;
        String separator = "\n";
        for (Map.Entry<String, String> each : values.entrySet()) {
            json.append(separator).append(indent).append(INDENT).append(JsonWords.quote(each.getKey()));
            json.append(": ").append(numbers ? each.getValue() : JsonWords.quote(each.getValue()));
            separator = ",\n";
        }
        json.append(values.isEmpty() ? "" : "\n" + indent);
    }

    @Override
    public LayoutEntries read(String text) {
        Map<String, Object> top = JsonWords.object(JsonWords.parse(text), "the file");
        Map<String, Object> layout = key.isEmpty() ? top : JsonWords.object(top.get(key), key);
        LayoutEntries entries = new LayoutEntries();
        JsonWords.list(layout.get(blocks), blocks).forEach(block -> entries.addBlock(JsonWords.text(block, blocks)));
        for (Kind kind : Kind.values()) {
            String name = keyOf(kind);
            if (kind != Kind.BLOCK && layout.containsKey(name)) {
                JsonWords.object(layout.get(name), name)
                        .forEach((each, value) -> entries.put(kind, each, JsonWords.text(value, name)));
            }
        }
        return entries;
    }
}
