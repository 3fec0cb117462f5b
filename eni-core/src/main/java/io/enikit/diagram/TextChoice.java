package io.enikit.diagram;

import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a picture of text shows of a plan.
 *
 * @param brief true to leave out what makes rows long: MAC addresses, subnets and groups of interfaces
 * @param longest how many columns a cell takes at most
 * @param affected what a change is about, in a picture of one
 * @param onlyChanges true to show nothing else
 * @param atMost how many things of a kind are shown in each zone, beside those that a change is about
 */
record TextChoice(boolean brief, int longest, Optional<Affected> affected, boolean onlyChanges, int atMost) {
    private static final String ELLIPSIS = "…";

    /** Things that are shown, and those that are not. */
    record Shown<T>(List<T> shown, List<T> left) {}

    static TextChoice all() {
        return new TextChoice(false, Integer.MAX_VALUE, Optional.empty(), false, Integer.MAX_VALUE);
    }

    TextChoice with(boolean nowBrief, int nowLongest) {
        return new TextChoice(nowBrief, nowLongest, affected, onlyChanges, atMost);
    }

    <T> Shown<T> of(List<T> things, Function<T, ? extends ResourceId> idOf) {
        List<T> shown = new ArrayList<>();
        List<T> left = new ArrayList<>();
        int others = 0;
        for (T thing : things) {
            boolean isAffected =
                    affected.filter(all -> all.contains(idOf.apply(thing))).isPresent();
            boolean isRoom = isAffected || (!onlyChanges && others++ < atMost);
            (isRoom ? shown : left).add(thing);
        }
        return new Shown<>(shown, left);
    }

    boolean shows(ResourceId id) {
        return !onlyChanges || affected.filter(all -> all.contains(id)).isPresent();
    }

    /** Returns a text, or as much of it as fits with an ellipsis at its end. */
    String clip(String text) {
        String line = Labels.line(text);
        if (longest == Integer.MAX_VALUE || TextBox.width(line) <= longest) {
            return line;
        }
        StringBuilder clipped = new StringBuilder();
        int width = 1;
        for (int codePoint : line.codePoints().toArray()) {
            width += TextBox.width(Character.toString(codePoint));
            if (width > longest) {
                break;
            }
            clipped.appendCodePoint(codePoint);
        }
        return clipped + ELLIPSIS;
    }
}
