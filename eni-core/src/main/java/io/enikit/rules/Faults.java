package io.enikit.rules;

import io.enikit.model.ResourceId;

/** Takes what a rule finds wrong with its subject. */
public interface Faults {
    /**
     * Reports a fault.
     *
     * @param detail what tells it from other faults of this rule and subject, such as the address it is about
     * @param message what is wrong, with the numbers
     * @param hint what would mend it
     */
    void add(String detail, String message, String hint);

    /**
     * Reports that the subject has too many of something, or is too large.
     *
     * @param excess by how much, 1 or more: a change that leaves less of it makes nothing worse
     * @param message what is wrong, with the numbers
     * @param hint what would mend it
     */
    void exceeds(long excess, String message, String hint);

    /**
     * Returns where to report about something else than the rule's own subject.
     *
     * @param subject what the fault is about
     * @return where to report
     */
    Faults about(ResourceId subject);
}
