package stranger

import io.enikit.net.Cidr

/** Must not compile: nothing in the library takes or returns null unless it says so, and Kotlin knows. */
val none: Cidr = Cidr.parse(null)
