/**
 * Subjects in their setting: where each goes and how big it is, its light, its shadow or mirror
 * image, and what falls before all of them. It changes the canvas and nothing else.
 */
@NullMarked
package dev.safelight.engines.illustrator.compositing;

import org.jspecify.annotations.NullMarked;
