/** Tests of pictures as files. */
@NullMarked
package dev.safelight.media.raster;

import org.jspecify.annotations.NullMarked;
