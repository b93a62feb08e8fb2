/** A meaning of texts that needs no model, for tests of what is searched. */
@NullMarked
package dev.safelight.testkit.search;

import org.jspecify.annotations.NullMarked;
