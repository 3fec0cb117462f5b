package io.enikit.json.gathered;

/** Whether something that is declared is there already. */
public enum Presence {
    /** It is made when the files are carried out. */
    ADDED,
    /** It is there, and is changed or replaced. */
    CHANGED,
    /** It is there, and stays as it is. */
    KEPT
}
