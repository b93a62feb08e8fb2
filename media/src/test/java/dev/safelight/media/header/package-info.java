/** Tests of {@code media.header}. */
@NullMarked
package dev.safelight.media.header;

import org.jspecify.annotations.NullMarked;
