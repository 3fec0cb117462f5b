package io.enikit.ipam;

import com.google.common.base.Splitter;
import io.enikit.ipam.LayoutEntries.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A layout as parameters of CloudFormation: a list of keys and values, the keys of letters and digits only. */
final class LayoutParameters implements LayoutFormat.Form {
    private static final String KEY = "ParameterKey";
    private static final String VALUE = "ParameterValue";
    private static final String BLOCKS = "LayoutBlocks";
    private static final char ESCAPE = 'X';
    private static final int DIGITS = 4;

    /** A longer start before one that it begins with. */
    private static final List<Map.Entry<String, Kind>> STARTS = List.of(
            Map.entry("ImpossibleHeadRoom0", Kind.IMPOSSIBLE_HEAD_ROOM),
            Map.entry("Impossible0", Kind.IMPOSSIBLE),
            Map.entry("HeadRoom0", Kind.HEAD_ROOM),
            Map.entry("Cidr", Kind.CIDR));

    @Override
    public String write(LayoutEntries entries) {
        List<String> parameters = new ArrayList<>();
        parameters.add(parameter(BLOCKS, String.join(",", entries.blocks())));
        for (int i = STARTS.size() - 1; i >= 0; i--) {
            String start = STARTS.get(i).getKey();
            entries.of(STARTS.get(i).getValue())
                    .forEach((name, value) -> parameters.add(parameter(start + escape(name), value)));
        }
        return "[\n  " + String.join(",\n  ", parameters) + "\n]\n";
    }

    private static String parameter(String key, String value) {
        return "{" + JsonWords.quote(KEY) + ": " + JsonWords.quote(key) + ", " + JsonWords.quote(VALUE) + ": "
                + JsonWords.quote(value) + "}";
    }

    private static String escape(String name) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z' && c != ESCAPE) || (c >= '0' && c <= '9');
            if (plain) {
                key.append(c);
            } else if (c <= 0xff) {
                key.append(String.format(Locale.ROOT, "X%02x", (int) c));
            } else {
                key.append(String.format(Locale.ROOT, "XX%04x", (int) c));
            }
        }
        return key.toString();
    }

    private static String unescape(String key) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != ESCAPE) {
                name.append(c);
                continue;
            }
            boolean wide = key.startsWith("XX", i);
            int start = wide ? i + 2 : i + 1;
            int end = start + (wide ? DIGITS : 2);
            try {
                name.append((char) Integer.parseInt(key, start, Math.min(end, key.length()), 16));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw IpamTextException.of("not a layout", "the key " + key + " has an X without a code");
            }
            i = end - 1;
        }
        return name.toString();
    }

    @Override
    public LayoutEntries read(String text) {
        LayoutEntries entries = new LayoutEntries();
        for (Object each : JsonWords.list(JsonWords.parse(text), "the file")) {
            Map<String, Object> parameter = JsonWords.object(each, "a parameter");
            String key = JsonWords.text(parameter.get(KEY), KEY);
            if (key.equals(BLOCKS)) {
                Splitter.on(',')
                        .trimResults()
                        .split(JsonWords.text(parameter.get(VALUE), key))
                        .forEach(entries::addBlock);
                continue;
            }
            for (Map.Entry<String, Kind> start : STARTS) {
                if (key.startsWith(start.getKey())) {
                    entries.put(
                            start.getValue(),
                            unescape(key.substring(start.getKey().length())),
                            JsonWords.text(parameter.get(VALUE), key));
                    break;
                }
            }
        }
        return entries;
    }
}
