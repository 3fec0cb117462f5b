package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** An id that starts with eni- goes on with 8 or 17 hexadecimal digits. */
final class EniIdForm extends Precondition<OnEni> {
    private static final Pattern WELL_FORMED = Pattern.compile("eni-([0-9a-f]{8}|[0-9a-f]{17})");

    EniIdForm() {
        super(
                RuleInfo.documented(
                                "eni.id-form",
                                Phase.SHAPE,
                                "An id that starts with eni- goes on with 8 or 17 hexadecimal digits.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ENI-ID")
                        .withCode("InvalidNetworkInterfaceId.Malformed", Evidence.SEEN),
                OnEni.class);
    }

    @Override
    Optional<String> check(OnEni operation, NetworkPlan plan) {
        String id = operation.eni().toString();
        return plan.eni(operation.eni()).isPresent()
                        || !id.startsWith("eni-")
                        || WELL_FORMED.matcher(id).matches()
                ? Optional.empty()
                : Optional.of("invalid id \"" + id + "\": expected eni- and 8 or 17 digits 0-9 or a-f");
    }
}
