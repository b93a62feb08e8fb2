/** Tests of what the {@code tasks} dialect calls things. */
@NullMarked
package dev.safelight.server.dialect.tasks;

import org.jspecify.annotations.NullMarked;
