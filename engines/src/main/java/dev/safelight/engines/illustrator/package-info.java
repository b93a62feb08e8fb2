/**
 * The illustrator: pictures composed from a prompt on a plain CPU. A prompt is read into a {@code
 * Scene}; a painter lays the setting on a {@code Canvas} of linear light; the cast of subjects is
 * placed, lit and shadowed in it; a style finishes it and a PNG comes out. The worker calls {@link
 * dev.safelight.engines.illustrator.IllustratorEngine} and nothing else. The same prompt, frame and
 * seed must give the same bytes on every run: nothing here may depend on the order of threads, of
 * hash tables or on the clock. It never claims to be a photograph.
 */
@NullMarked
package dev.safelight.engines.illustrator;

import org.jspecify.annotations.NullMarked;
