/**
 * Evaluates CloudFormation templates: their functions, conditions, nested stacks and exports.
 *
 * <p>What they declare goes on to {@link io.enikit.json.declared.Declarations}.
 */
@NullMarked
package io.enikit.json.cloudformation;

import org.jspecify.annotations.NullMarked;
