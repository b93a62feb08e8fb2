/**
 * Every error that a caller meets, as one record, and the one funnel that makes such a record of
 * whatever was thrown. Faces throw a {@link dev.safelight.server.http.problem.Refusal} and word a
 * {@link dev.safelight.server.http.problem.Problem} in their envelope. Nothing in here writes to a
 * connection.
 */
@NullMarked
package dev.safelight.server.http.problem;

import org.jspecify.annotations.NullMarked;
