/**
 * Reads Terraform's plans and states: modules, references between resources, and each type in EC2's words.
 *
 * <p>What they declare goes on to {@link io.enikit.json.declared.Declarations}.
 */
@NullMarked
package io.enikit.json.terraform;

import org.jspecify.annotations.NullMarked;
