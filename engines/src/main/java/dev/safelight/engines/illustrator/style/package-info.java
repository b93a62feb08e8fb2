/**
 * How a finished scene looks: strokes, washes, few colours, tone, and the rows of the file. It
 * works on the canvas alone and must never know what is painted on it.
 */
@NullMarked
package dev.safelight.engines.illustrator.style;

import org.jspecify.annotations.NullMarked;
