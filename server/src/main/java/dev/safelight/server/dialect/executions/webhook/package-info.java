/**
 * Webhook endpoints as the {@code executions} dialect shows them, and what became of each delivery:
 * listed, looked at, sent again. A face of its own below the base of the dialect, whose conventions
 * it is answered in. What is told is worded elsewhere; nothing here sends anything.
 */
@NullMarked
package dev.safelight.server.dialect.executions.webhook;

import org.jspecify.annotations.NullMarked;
