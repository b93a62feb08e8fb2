/**
 * The {@code tasks} dialect: {@code /v1/tasks/...}, {@code /v1/models} and {@code
 * /v1/images/generations}, compatible with what ByteSpike documents. The application builds the one
 * face of it. Every class here parses, calls a use case and renders; none has a rule of its own,
 * except that a task is shown to the key that submitted it and to no other of its account.
 */
@NullMarked
package dev.safelight.server.dialect.tasks;

import org.jspecify.annotations.NullMarked;
