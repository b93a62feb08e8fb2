/** Tests of what pictures are made on. */
@NullMarked
package dev.safelight.engines.illustrator.paint;

import org.jspecify.annotations.NullMarked;
