/**
 * The {@code tasks} dialect over the wire, its streams and signed addresses included.
 */
@NullMarked
package dev.safelight.app.http.tasks;

import org.jspecify.annotations.NullMarked;
