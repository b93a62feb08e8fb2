/** Breaks the rules of its module on purpose. Only the architecture test reads it. */
@NullMarked
package dev.safelight.app.architecture.planted.media;

import org.jspecify.annotations.NullMarked;
