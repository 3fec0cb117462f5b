package io.enikit.examples;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The room that texts of a picture take, as a common font draws them. */
record TextBoxes(String text, double left, double right, double top, double bottom) {
    /** Returns each pair of texts that share room, and each text that leaves the page. */
    static List<String> overlapsIn(Document document) {
        double width = number(document.getDocumentElement(), "width");
        double height = number(document.getDocumentElement(), "height");
        List<TextBoxes> boxes = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Element element : HostileLabelsProperties.elements(document, "text")) {
            TextBoxes box = of(element);
            if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) {
                faults.add(box + " leaves the page");
            }
            boxes.stream().filter(box::overlaps).forEach(other -> faults.add(box + " lies on " + other));
            boxes.add(box);
        }
        return faults;
    }

    private static TextBoxes of(Element element) {
        StringBuilder shown = new StringBuilder();
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each.getNodeType() == Node.TEXT_NODE) {
                shown.append(each.getNodeValue());
            }
        }
        String style = element.getAttribute("class").split(" ", -1)[0];
        int size = "t".equals(style) ? 18 : "l".equals(style) || "b".equals(style) ? 13 : "s".equals(style) ? 11 : 12;
        boolean mono = "m".equals(style) || "s".equals(style);
        double width =
                shown.codePoints().mapToDouble(each -> size * width(each, mono)).sum();
        double x = number(element, "x");
        double left = switch (element.getAttribute("text-anchor")) {
            case "middle" -> x - width / 2;
            case "end" -> x - width;
            default -> x;
        };
        double y = number(element, "y");
        return new TextBoxes(shown.toString(), left, left + width, y - 0.75 * size, y + 0.2 * size);
    }

    /** The widths of Helvetica and Courier, rounded up. */
    private static double width(int codePoint, boolean mono) {
        if (codePoint >= 0x2E80) {
            return 1;
        }
        if (mono) {
            return 0.6;
        }
        return "ijlI.,:;'|! ".indexOf(codePoint) >= 0
                ? 0.28
                : "mwMW%@".indexOf(codePoint) >= 0 || codePoint >= 0x80
                        ? 0.9
                        : Character.isUpperCase(codePoint) ? 0.72 : 0.56;
    }

    private boolean overlaps(TextBoxes other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
