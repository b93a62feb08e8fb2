/** Tests of where subjects go. */
@NullMarked
package dev.safelight.engines.illustrator.compositing;

import org.jspecify.annotations.NullMarked;
