package io.enikit.fake;

/**
 * How long things take, in describes.
 *
 * @param visibleAfter how many describes do not see what was created
 * @param settlesAfter how many describes see a change under way
 */
record Timing(int visibleAfter, int settlesAfter) {
    static final Timing AT_ONCE = new Timing(0, 0);
}
