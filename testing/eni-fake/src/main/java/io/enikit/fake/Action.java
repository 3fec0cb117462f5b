package io.enikit.fake;

/** Carries out the calls of one action. */
@FunctionalInterface
interface Action {
    /**
     * Reads the request, changes the state and fills in the answer.
     *
     * @param call the call
     */
    void carryOut(Call call);
}
