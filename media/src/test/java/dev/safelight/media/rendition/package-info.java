/** Tests of {@code media.rendition}. */
@NullMarked
package dev.safelight.media.rendition;

import org.jspecify.annotations.NullMarked;
