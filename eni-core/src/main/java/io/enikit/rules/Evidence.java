package io.enikit.rules;

/**
 * How it is known what EC2 does.
 *
 * <p>Later versions may add constants.
 */
public enum Evidence {
    /** AWS says so in its documentation or API model. */
    DOCUMENTED,

    /** Seen in an answer of EC2 that somebody published, or in a test that was run against it. */
    SEEN,

    /** Concluded from the rest; verify it before you rely on it. */
    INFERRED
}
