package io.enikit.fake;

import com.google.common.hash.Hashing;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Ids in EC2's form. */
final class Ids {
    private static final int DIGITS = 17;
    private static final List<Function<CharSequence, ResourceId>> KINDS =
            List.of(EniId::of, InstanceId::of, SubnetId::of, VpcId::of, SecurityGroupId::of, ElasticIpId::of);

    private Ids() {}

    /** Returns the id with a number: numbers that rise give ids that rise. */
    static String numbered(String kind, long number) {
        return kind + "-" + String.format(Locale.ROOT, "%0" + DIGITS + "x", number);
    }

    /** Returns an id that follows from a text, for what a plan holds without an id. */
    static String derived(String kind, String text) {
        String hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
        return kind + "-" + hash.substring(0, DIGITS);
    }

    /** Returns whether a text is an id in EC2's form: the kind, and 8 or 17 hexadecimal digits. */
    static boolean isWellFormed(String kind, String id) {
        return id.matches(kind + "-(?:[0-9a-f]{8}|[0-9a-f]{17})");
    }

    /** Finds the resource of a plan that has an id, whatever its kind; ids in EC2's form name their kind. */
    static Optional<ResourceId> find(State state, String id) {
        return KINDS.stream()
                .map(kind -> kind.apply(id))
                .filter(each -> state.plan().find(each).isPresent())
                .findFirst();
    }
}
