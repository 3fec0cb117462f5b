package io.enikit.fake;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Calls a fake by forms, and reads its XML with the parser of the JDK. */
final class TestClient {
    private final FakeEc2 ec2;

    TestClient(FakeEc2 ec2) {
        this.ec2 = ec2;
    }

    FakeEc2 ec2() {
        return ec2;
    }

    /** Calls an action with names and values by turns, and checks that it is carried out. */
    Answer call(String action, Object... parameters) {
        Answer answer = tryCall(action, parameters);
        if (answer.status != 200) {
            throw new AssertionError(
                    action + " " + List.of(parameters) + ": " + answer.code() + ": " + answer.message());
        }
        return answer;
    }

    /** Calls an action, and returns the answer whatever it is. */
    Answer tryCall(String action, Object... parameters) {
        return send(form(action, parameters));
    }

    /** Calls an action that is to be refused, and returns the code. */
    String refused(String action, Object... parameters) {
        Answer answer = tryCall(action, parameters);
        return answer.status == 200 ? "carried out" : answer.code();
    }

    Answer send(String form) {
        return new Answer(ec2.exchange(WireRequest.of(form)));
    }

    static String form(String action, Object... parameters) {
        StringBuilder form = new StringBuilder("Action=" + action + "&Version=2016-11-15");
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(String.valueOf(parameters[i + 1]), StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /** An answer, read. */
    static final class Answer {
        private final int status;
        private final String text;
        private final Element root;

        Answer(WireResponse response) {
            this.status = response.status();
            this.text = response.body();
            this.root = parse(response.body()).getDocumentElement();
        }

        private static Document parse(String xml) {
            try {
                return DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            } catch (Exception e) {
                throw new AssertionError("no XML: " + xml, e);
            }
        }

        int status() {
            return status;
        }

        String code() {
            return text("Errors/Error/Code");
        }

        String message() {
            return text("Errors/Error/Message");
        }

        /** Returns the text of the first element that a path leads to, or an empty one. */
        String text(String path) {
            List<String> found = texts(path);
            return found.isEmpty() ? "" : found.get(0);
        }

        /** Returns the texts of all elements that a path leads to. */
        List<String> texts(String path) {
            List<Element> at = List.of(root);
            for (String step : path.split("/", -1)) {
                List<Element> next = new ArrayList<>();
                for (Element each : at) {
                    NodeList children = each.getChildNodes();
                    for (int i = 0; i < children.getLength(); i++) {
                        Node child = children.item(i);
                        if (child instanceof Element element
                                && element.getTagName().equals(step)) {
                            next.add(element);
                        }
                    }
                }
                at = next;
            }
            return at.stream().map(Node::getTextContent).toList();
        }

        boolean has(String path) {
            return !texts(path).isEmpty();
        }

        @Override
        public String toString() {
            return status + " " + text;
        }
    }
}
