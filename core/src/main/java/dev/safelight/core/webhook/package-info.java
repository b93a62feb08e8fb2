/**
 * What is to be told to endpoints: rows of the outbox, written in the transaction that decides,
 * their bytes fixed there. Sending is another part's work and never happens here.
 */
@NullMarked
package dev.safelight.core.webhook;

import org.jspecify.annotations.NullMarked;
