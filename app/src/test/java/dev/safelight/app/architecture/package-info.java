/**
 * The boundaries that the compiler does not draw: which module may know what, who may start
 * threads, who may read a clock. Only the test run calls it; it must never change a file. The
 * packages below {@code planted} break each rule once, to show that it is found.
 */
@NullMarked
package dev.safelight.app.architecture;

import org.jspecify.annotations.NullMarked;
