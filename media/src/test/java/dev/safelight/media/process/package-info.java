/** Tests of {@code media.process}. */
@NullMarked
package dev.safelight.media.process;

import org.jspecify.annotations.NullMarked;
