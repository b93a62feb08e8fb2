/** Tests of {@code media.inspect}. */
@NullMarked
package dev.safelight.media.inspect;

import org.jspecify.annotations.NullMarked;
