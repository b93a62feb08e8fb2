/**
 * The illustrator: pictures composed from a prompt on a plain CPU. {@code reading} makes a scene
 * of a prompt and finds its subjects in the {@code art}; a {@code setting} under its {@code sky}
 * is laid on a canvas of linear light ({@code paint}); {@code compositing} places, lights and
 * shadows the subjects in it; a {@code style} finishes it and a file comes out. The worker calls
 * {@link dev.safelight.engines.illustrator.IllustratorEngine} and nothing else. The same prompt,
 * frame and seed must give the same bytes on every run: nothing here may depend on the order of
 * threads, of hash tables or on the clock. It never claims to be a photograph.
 */
@NullMarked
package dev.safelight.engines.illustrator;

import org.jspecify.annotations.NullMarked;
