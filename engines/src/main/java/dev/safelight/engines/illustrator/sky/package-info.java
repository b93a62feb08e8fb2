/**
 * What is above: times of day, weather, the light that comes of them, and the sky itself. Settings
 * and subjects are lit by it; it must never know what stands below.
 */
@NullMarked
package dev.safelight.engines.illustrator.sky;

import org.jspecify.annotations.NullMarked;
