/**
 * The {@code tools} dialect: {@code POST /api/v1/tools/{tool}/execute}, compatible with what
 * Playcut documents, and the operations that we add. The application builds the one face of it.
 * Every class here parses, calls a use case and renders; none has a rule of its own.
 */
@NullMarked
package dev.safelight.server.dialect.tools;

import org.jspecify.annotations.NullMarked;
