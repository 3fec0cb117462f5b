package io.enikit.cli;

import com.google.common.base.Splitter;
import io.enikit.fake.FakeEc2;
import io.enikit.fake.WireRequest;
import io.enikit.fake.WireResponse;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PlanText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eni apply}: what EC2 would answer to calls. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = Commands.APPLY,
        footer = {
            "",
            "A call is a line: the action and its parameters, by the names that EC2's Query API has for them.",
            "",
            "Example:",
            "  eni apply today/ --call 'DetachNetworkInterface AttachmentId=eni-attach-0123456789abcdef0' \\",
            "      --call 'DeleteNetworkInterface NetworkInterfaceId=eni-0123456789abcdef0'",
            "",
            "Exit status: 0 if all calls are accepted, 1 if one is refused, which is the last then,",
            "2 if a file cannot be read."
        })
final class ApplyCommand implements Callable<Integer> {
    private static final int OK = 200;

    private final Streams streams;

    @Mixin
    private final Network network;

    @Option(names = "--call", paramLabel = "CALL", description = "A call; may be repeated.")
    private List<String> calls = new ArrayList<>();

    @Option(names = "--calls", paramLabel = "FILE", description = "A file of calls, a line each; # begins a comment.")
    private @Nullable Path callFile;

    @Option(names = "--write", paramLabel = "FILE", description = "Writes the network after all calls as a plan text.")
    private @Nullable Path written;

    ApplyCommand(Streams streams) {
        this.streams = streams;
        this.network = new Network(streams);
    }

    @Override
    public Integer call() {
        NetworkPlan before = network.plan();
        FakeEc2 ec2 =
                FakeEc2.builder().plan(before).instanceTypes(network.types()).build();
        for (String each : allCalls()) {
            WireResponse answer = ec2.exchange(WireRequest.of(form(each)));
            streams.println(each);
            if (answer.status() != OK) {
                streams.println(
                        "  refused: " + element("Code", answer) + ": " + VisibleText.of(element("Message", answer)));
                return Main.FOUND;
            }
            streams.println("  accepted");
        }
        NetworkPlan after = ec2.plan();
        streams.println("");
        PlanDiff.between(before, after).sentences().forEach(streams::println);
        if (written != null) {
            Streams.write(written, PlanText.write(after));
        }
        return Main.CLEAN;
    }

    private List<String> allCalls() {
        List<String> all = new ArrayList<>(calls);
        if (callFile != null) {
            try {
                Files.readAllLines(callFile, StandardCharsets.UTF_8).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(all::add);
            } catch (IOException e) {
                throw Failure.of(callFile.toString(), e);
            }
        }
        if (all.isEmpty()) {
            throw new Failure("there is no call: give one with --call, or a file with --calls");
        }
        return all;
    }

    /** Writes a call as the body of a request. */
    private static String form(String call) {
        List<String> words = Splitter.onPattern("\\s+").omitEmptyStrings().splitToList(call);
        StringBuilder form = new StringBuilder("Action=").append(encode(words.get(0)));
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new Failure("\"" + call + "\": \"" + word + "\": expected a parameter as NAME=VALUE");
            }
            form.append('&')
                    .append(encode(word.substring(0, equals)))
                    .append('=')
                    .append(encode(word.substring(equals + 1)));
        }
        return form.append("&Version=2016-11-15").toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the text of the first element of a name. */
    private static String element(String name, WireResponse answer) {
        try {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory()
                    .createXMLStreamReader(
                            new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), "UTF-8");
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    return xml.getElementText();
                }
            }
            return "";
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
