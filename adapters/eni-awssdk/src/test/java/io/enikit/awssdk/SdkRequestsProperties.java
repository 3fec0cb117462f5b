package io.enikit.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.insight.AwsCommands;
import io.enikit.operations.Operation;
import io.enikit.testkit.OperationSequence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import software.amazon.awssdk.services.ec2.model.Ec2Request;

/** Requests and command lines of the AWS CLI are written apart, and name the same parameters. */
class SdkRequestsProperties {
    private static final Pattern LOOKED_UP = Pattern.compile("\"\\$\\(.*\\)\"");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern OPTION = Pattern.compile(" --(?:no-)?([a-z0-9-]+)");

    @Property(tries = 300)
    void request_andCommandLine_nameTheSameParameters(@ForAll OperationSequence sequence) {
        SdkRequests requests = SdkRequests.in(sequence.start()).withImageId("ami-1");
        for (Operation operation : sequence.operations()) {
            Optional<Ec2Request> request = requests.tryRequest(operation);
            if (request.isPresent()) {
                String line = AwsCommands.of(operation);
                assertThat(members(request.get())).as(operation + "\n" + line).isEqualTo(options(line, request.get()));
                assertThat(inner(SdkMaps.read(request.get())))
                        .as(line)
                        .allMatch(name -> line.contains("\"" + name + "\":") || line.contains(name + "="));
                assertThat(request.get().getClass().getSimpleName()).isEqualTo(operation.action() + "Request");
            }
        }
    }

    /** Lists the parameters of a request as options; what is false may be left out. */
    private static Set<String> members(Ec2Request request) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, Object> each : SdkMaps.read(request).entrySet()) {
            if (!each.getValue().equals(false)) {
                names.add(option(each.getKey()));
            }
        }
        names.remove("client-token"); // the SDK makes one
        if (names.remove("min-count") && names.remove("max-count")) {
            names.add("count");
        }
        return names;
    }

    /** Lists the names inside of parameters, but for the wrapper of an attribute's value, which the CLI makes. */
    private static Set<String> inner(Map<String, Object> request) {
        Set<String> names = new TreeSet<>();
        request.values().forEach(each -> addInner(each, names));
        names.remove("Value");
        return names;
    }

    private static void addInner(Object value, Set<String> names) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> {
                names.add((String) name);
                addInner(each, names);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> addInner(each, names));
        }
    }

    private static String option(String member) {
        return member.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Set<String> options(String line, Ec2Request request) {
        String bare = QUOTED.matcher(LOOKED_UP.matcher(line).replaceAll("")).replaceAll("");
        Set<String> names = new TreeSet<>();
        OPTION.matcher(bare).results().forEach(each -> names.add(each.group(1)));
        names.removeAll(Set.of("query", "output")); // the id of what is created is kept in a variable
        SdkMaps.read(request).forEach((name, value) -> {
            if (value.equals(false)) {
                names.remove(option(name));
            }
        });
        return names;
    }
}
