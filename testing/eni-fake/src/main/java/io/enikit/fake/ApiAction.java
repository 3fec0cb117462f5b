package io.enikit.fake;

import com.google.common.collect.ImmutableList;

/**
 * An action of EC2.
 *
 * @param api the table with its shapes
 * @param name the name, such as {@code CreateVpc}
 * @param input the name of the shape of a request
 * @param output the name of the shape of an answer, or a dash where there is none
 */
record ApiAction(Api api, String name, String input, String output) {
    private static final String NONE = "-";
    private static final Shape EMPTY = new Shape(NONE, ImmutableList.of());

    Shape request() {
        return input.equals(NONE) ? EMPTY : api.shape(input);
    }

    Shape answer() {
        return output.equals(NONE) ? EMPTY : api.shape(output);
    }

    /** Returns whether an answer says nothing but that the call was carried out. */
    boolean answersNothing() {
        return output.equals(NONE);
    }
}
