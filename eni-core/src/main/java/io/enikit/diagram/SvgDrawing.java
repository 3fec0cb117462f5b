package io.enikit.diagram;

/** What a picture shows. */
interface SvgDrawing {
    /** Returns the title unless the user has given one. */
    String title();

    /** Returns all of it in one line. */
    String summary();

    /** Draws it below what is on the page. */
    void drawOn(SvgPage page);

    /** Returns this without what a change does not affect; itself where it is no picture of a change. */
    default SvgDrawing withOnlyChanges() {
        return this;
    }
}
