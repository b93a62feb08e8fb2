/** Tests of the illustrator; those that need art are skipped where none is installed. */
@NullMarked
package dev.safelight.engines.illustrator;

import org.jspecify.annotations.NullMarked;
