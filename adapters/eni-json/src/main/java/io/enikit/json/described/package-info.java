/** Reads and writes what the AWS CLI's describe commands show: resources that exist. */
@NullMarked
package io.enikit.json.described;

import org.jspecify.annotations.NullMarked;
