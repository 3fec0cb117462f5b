package io.enikit.rules;

/**
 * How bad a violation is.
 *
 * <p>The list is complete.
 */
public enum Severity {
    /** EC2 refuses it. */
    ERROR,

    /** EC2 accepts it, or nobody has seen it refuse; it is worth a look all the same. */
    WARNING,

    /** EC2 accepts it, and it works; there may be a better way. It never fails a check. */
    ADVICE
}
