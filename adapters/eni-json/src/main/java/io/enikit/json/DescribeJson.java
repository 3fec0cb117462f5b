package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.enikit.json.described.DescribeWriter;
import io.enikit.json.text.JsonText;
import io.enikit.model.NetworkPlan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Plans in the form of the AWS CLI's describe output: the lists of all its calls in one object.
 *
 * <p>{@link PlanReader} reads it back to an equal plan, but for what such output cannot say:
 *
 * <ul>
 *   <li>quotas;
 *   <li>resources that share an id, which are written once;
 *   <li>the order of a subnet's reservations of both families: those of IPv4 come first;
 *   <li>which addresses EC2 has yet to choose, and what for: they are only missing from the addresses that are available.
 * </ul>
 *
 * <p>MAC addresses that are not known, and attachment ids that are derived, are left out. The setting {@code
 * AssociatePublicIpAddress} of an interface is written beside its other attributes; EC2 shows it only in {@code
 * describe-network-interface-attribute}. The {@code Region} of a VPC and the {@code OwnerId} of an Elastic IP are written
 * as well, where the plan states them; EC2 shows neither.
 *
 * <p>The JSON may be put into a page or a log: the signs of markup, what cannot be seen, and halves of surrogate pairs are
 * written as escapes, which mean the same.
 */
public final class DescribeJson {
    private static final JsonFactory JSON = new JsonFactory();

    private DescribeJson() {}

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @return the JSON, ended by a line feed
     */
    public static String write(NetworkPlan plan) {
        requireNonNull(plan, "plan");
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(new JsonText(text))) {
            write(plan, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /**
     * Writes a plan to a stream, in UTF-8.
     *
     * @param plan the plan
     * @param stream where to; it is flushed, not closed
     * @throws UncheckedIOException if the stream cannot be written to
     */
    public static void write(NetworkPlan plan, OutputStream stream) {
        requireNonNull(plan, "plan");
        requireNonNull(stream, "stream");
        try (JsonGenerator json = JSON.createGenerator(
                        new JsonText(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))))
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            write(plan, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(NetworkPlan plan, JsonGenerator json) throws IOException {
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        new DescribeWriter(plan, json).write();
    }
}
