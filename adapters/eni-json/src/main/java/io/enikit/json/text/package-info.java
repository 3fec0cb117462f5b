/**
 * The values of files as text: JSON, YAML and maps, each value with its place, and the budget of a reading.
 *
 * <p>It knows what texts say, not what they mean; all other packages stand on it.
 */
@NullMarked
package io.enikit.json.text;

import org.jspecify.annotations.NullMarked;
