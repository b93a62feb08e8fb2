/** What a planted class of another module uses. Only the architecture test reads it. */
@NullMarked
package dev.safelight.app.architecture.planted.core.engine;

import org.jspecify.annotations.NullMarked;
