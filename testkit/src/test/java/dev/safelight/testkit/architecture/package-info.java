/**
 * Shows on small sources which classes count as using each other. Only the test run calls it; it
 * must never look at the product, which the architecture tests do.
 */
@NullMarked
package dev.safelight.testkit.architecture;

import org.jspecify.annotations.NullMarked;
