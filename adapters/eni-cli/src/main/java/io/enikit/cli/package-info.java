/**
 * The command {@code eni}: checks and draws networks, compares them, tells limits, and plans blocks.
 *
 * <p>{@link io.enikit.cli.Main} is the way in. The jar of this module holds all that it needs.
 */
@NullMarked
package io.enikit.cli;

import org.jspecify.annotations.NullMarked;
