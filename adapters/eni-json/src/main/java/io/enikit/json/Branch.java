package io.enikit.json;

import java.util.Map;

/**
 * What templates make in one world.
 *
 * @param conditions how conditions turn out in it; those that nothing depends on in it are not decided
 * @param reading what is read
 */
record Branch(Map<String, Boolean> conditions, Reading reading) {}
