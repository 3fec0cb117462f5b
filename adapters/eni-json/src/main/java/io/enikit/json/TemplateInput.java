package io.enikit.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template does not say by itself.
 *
 * @param parameters values of parameters, pseudo-parameters among them
 * @param availabilityZones the zones of the Region in their order, none if they are not given
 * @param prefix stands before the names of resources, to tell several templates apart
 */
record TemplateInput(Map<String, String> parameters, List<String> availabilityZones, String prefix) {
    TemplateInput {
        parameters = ImmutableMap.copyOf(parameters);
        availabilityZones = ImmutableList.copyOf(availabilityZones);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String idOf(String name) {
        return prefix + name;
    }
}
