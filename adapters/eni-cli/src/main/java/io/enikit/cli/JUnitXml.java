package io.enikit.cli;

import io.enikit.internal.VisibleText;
import io.enikit.json.Finding;
import io.enikit.json.Findings;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes findings in the form of JUnit's reports, a test case each: errors fail, others are system output. */
final class JUnitXml {
    private JUnitXml() {}

    static String write(Findings findings) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            write(findings, xml);
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(Findings findings, XMLStreamWriter xml) throws XMLStreamException {
        long failures = findings.findings().stream().filter(JUnitXml::isError).count();
        int tests = Math.max(1, findings.findings().size());
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "eni check");
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        if (findings.findings().isEmpty()) {
            startCase("eni", "no violations", xml);
            xml.writeEndElement();
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Finding finding : findings.findings()) {
            Violation violation = finding.violation();
            startCase(violation.rule(), name(violation, seen), xml);
            if (finding.place().isPresent()) {
                xml.writeAttribute("file", VisibleText.of(finding.place().get().file()));
            }
            xml.writeStartElement(isError(finding) ? "failure" : "system-out");
            if (isError(finding)) {
                xml.writeAttribute("message", printable(violation.message()));
                xml.writeAttribute("type", violation.ec2Code().orElse(violation.rule()));
            }
            xml.writeCharacters(printable(finding.toString()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Returns the subject, with a number if there was one of the rule before: of two cases of a name, one is lost. */
    private static String name(Violation violation, Map<String, Integer> seen) {
        int number = seen.merge(violation.rule() + "\n" + violation.subject(), 1, Integer::sum);
        return VisibleText.of(violation.subject().toString()) + (number == 1 ? "" : " (" + number + ")");
    }

    private static void startCase(String rule, String name, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", rule);
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", "0");
    }

    private static boolean isError(Finding finding) {
        return finding.violation().severity() == Severity.ERROR;
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> isXml(c) ? c : '\uFFFD').forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
    }
}
