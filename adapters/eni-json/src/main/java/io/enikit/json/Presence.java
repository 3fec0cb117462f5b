package io.enikit.json;

/** Whether something that is declared is there already. */
enum Presence {
    /** It is made when the files are carried out. */
    ADDED,
    /** It is there, and is changed or replaced. */
    CHANGED,
    /** It is there, and stays as it is. */
    KEPT
}
