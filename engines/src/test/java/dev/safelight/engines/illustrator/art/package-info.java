/** Tests of drawings; the art of this machine for those that need it. */
@NullMarked
package dev.safelight.engines.illustrator.art;

import org.jspecify.annotations.NullMarked;
