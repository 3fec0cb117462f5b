/**
 * Makes resources of declarations, in the words of CloudFormation.
 *
 * <p>Terraform's resources are put into these words first; so both languages are read in one way.
 */
@NullMarked
package io.enikit.json.declared;

import org.jspecify.annotations.NullMarked;
