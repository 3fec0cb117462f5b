package io.enikit.fake;

/**
 * What a client token stood for.
 *
 * @param request the request, without the token
 * @param answer what it was answered
 */
record TokenUse(String request, Item answer) {}
