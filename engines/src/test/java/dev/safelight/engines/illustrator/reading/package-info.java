/** What prompts are read as; tests that need art are skipped where none is installed. */
@NullMarked
package dev.safelight.engines.illustrator.reading;

import org.jspecify.annotations.NullMarked;
