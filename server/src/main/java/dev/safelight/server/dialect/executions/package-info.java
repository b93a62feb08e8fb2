/**
 * The {@code executions} dialect: {@code /v1/tools/...}, {@code /v1/files}, {@code
 * /v1/resources} and {@code /v1/me}, compatible with what VideoGen documents. The application
 * builds the one face of it. Every class here parses, calls a use case and renders; none has a rule
 * of its own.
 */
@NullMarked
package dev.safelight.server.dialect.executions;

import org.jspecify.annotations.NullMarked;
