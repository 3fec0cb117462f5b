/** Holds the style of the generated values of this module, for all packages below; users see nothing of it. */
@ValueStyle
package io.enikit;
