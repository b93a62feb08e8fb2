/** Breaks the rules of its module on purpose. Only the architecture test reads it. */
@NullMarked
package dev.safelight.app.architecture.planted.engines.drum.sound;

import org.jspecify.annotations.NullMarked;
