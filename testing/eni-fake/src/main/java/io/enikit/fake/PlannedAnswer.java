package io.enikit.fake;

import java.util.Map;

/** Answers the calls of one action in place of the fake. */
@FunctionalInterface
public interface PlannedAnswer {
    /**
     * Answers a call.
     *
     * @param request the request by the names of the API, such as {@code ImageIds}: each value is a text, a map for a
     *     structure, or a list of either
     * @return the answer in the same form; values may also be numbers, flags and whatever else has a text
     * @throws Ec2Error if the client is to get an error
     */
    Map<String, ?> answer(Map<String, Object> request);
}
