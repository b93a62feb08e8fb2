/** The rules for the bench's own classes. Only the test run calls it; it must measure nothing. */
@NullMarked
package dev.safelight.bench;

import org.jspecify.annotations.NullMarked;
