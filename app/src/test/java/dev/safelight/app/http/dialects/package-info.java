/**
 * What holds for all dialects at once: one story told by each, isolation, and idempotency keys.
 */
@NullMarked
package dev.safelight.app.http.dialects;

import org.jspecify.annotations.NullMarked;
