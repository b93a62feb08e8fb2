/**
 * The picture while it is made: a canvas of linear light, the camera that looks at it, noise,
 * and bands of lines that all cores work off. Whatever paints here paints by it; it knows no
 * scene, no art and no style.
 */
@NullMarked
package dev.safelight.engines.illustrator.paint;

import org.jspecify.annotations.NullMarked;
