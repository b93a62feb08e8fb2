/**
 * The drawings: found by name, by everyday word or by meaning, read out of the packs, and drawn as
 * pixels. Reading a prompt asks what there is, compositing takes it. It must never know the picture
 * that a drawing ends in.
 */
@NullMarked
package dev.safelight.engines.illustrator.art;

import org.jspecify.annotations.NullMarked;
