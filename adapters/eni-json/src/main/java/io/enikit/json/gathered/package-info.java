/**
 * What files say together: it collects what readers find, settles it, and keeps what stays open.
 *
 * <p>Readers of describe output, templates and Terraform files add to it; a reading is made of the outcome.
 */
@NullMarked
package io.enikit.json.gathered;

import org.jspecify.annotations.NullMarked;
