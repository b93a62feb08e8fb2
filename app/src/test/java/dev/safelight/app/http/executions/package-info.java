/**
 * The {@code executions} dialect over the wire, each answer held to its schema.
 */
@NullMarked
package dev.safelight.app.http.executions;

import org.jspecify.annotations.NullMarked;
