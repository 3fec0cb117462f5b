package io.enikit.json.text;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the ARN of a resource tells: {@code arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1}. */
public final class Arn {
    private static final List<String> KEYS = List.of(
            "VpcArn", "SubnetArn", "SecurityGroupArn", "NetworkInterfaceArn", "InstanceArn", "AllocationArn", "Arn");
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int PARTS = 6;

    private final List<String> parts;

    private Arn(List<String> parts) {
        this.parts = parts;
    }

    /** Finds the ARN of an object. What has not the form of one tells nothing. */
    public static Optional<Arn> of(Node object) {
        for (String key : KEYS) {
            Optional<Arn> found = object.findText(key)
                    .map(Node::text)
                    .flatMap(text -> parse(text).findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public static Stream<Arn> parse(String text) {
        List<String> parts = Splitter.on(':').limit(PARTS).splitToList(text);
        return parts.size() == PARTS && parts.get(0).equals("arn") ? Stream.of(new Arn(parts)) : Stream.empty();
    }

    public Optional<String> region() {
        return part(REGION);
    }

    public Optional<String> account() {
        return part(ACCOUNT);
    }

    private Optional<String> part(int index) {
        return Optional.of(parts.get(index)).filter(text -> !text.isEmpty());
    }
}
