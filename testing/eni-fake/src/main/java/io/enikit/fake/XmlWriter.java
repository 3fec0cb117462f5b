package io.enikit.fake;

import java.util.List;

/** Writes answers in EC2's XML. */
final class XmlWriter {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private final StringBuilder xml = new StringBuilder(DECLARATION);

    private XmlWriter() {}

    /** Writes the answer of a call that was carried out. */
    static String answer(ApiAction action, Item answer, String requestId) {
        XmlWriter writer = new XmlWriter();
        String root = action.name() + "Response";
        writer.xml
                .append('<')
                .append(root)
                .append(" xmlns=\"")
                .append(NAMESPACE)
                .append("\">");
        writer.element("requestId", requestId);
        if (action.answersNothing()) {
            writer.element("return", "true");
        } else {
            writer.members(answer);
        }
        writer.close(root);
        return writer.xml.toString();
    }

    /** Writes the answer of a call that was refused. */
    static String error(Ec2Error error, String requestId) {
        XmlWriter writer = new XmlWriter();
        writer.xml.append("<Response><Errors><Error>");
        writer.element("Code", error.code());
        writer.element("Message", String.valueOf(error.getMessage()));
        writer.xml.append("</Error></Errors>");
        writer.element("RequestID", requestId);
        writer.close("Response");
        return writer.xml.toString();
    }

    private void members(Item item) {
        List<Member> members = item.shape().members();
        for (int i = 0; i < members.size(); i++) {
            Object value = item.at(i);
            if (value instanceof List<?> list) {
                open(members.get(i).xml());
                for (Object each : list) {
                    value(members.get(i).item(), each);
                }
                close(members.get(i).xml());
            } else if (value != null) {
                value(members.get(i).xml(), value);
            }
        }
    }

    private void value(String name, Object value) {
        if (value instanceof Item item) {
            open(name);
            members(item);
            close(name);
        } else {
            element(name, value.toString());
        }
    }

    private void element(String name, String text) {
        open(name);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#13;");
                default -> xml.append(c < ' ' && c != '\n' && c != '\t' ? '?' : c);
            }
        }
        close(name);
    }

    private void open(String name) {
        xml.append('<').append(name).append('>');
    }

    private void close(String name) {
        xml.append("</").append(name).append('>');
    }
}
