/**
 * How deliveries leave: what was decided is read in order, worded once, sent, and its attempts are
 * recorded, so that no receiver is in another one's way. The app turns its steps; stores, a courier
 * and the dialects' words come through the ports of {@link dev.safelight.core.webhook}. Nothing
 * here opens a connection or knows a word of a payload.
 */
@NullMarked
package dev.safelight.core.dispatch;

import org.jspecify.annotations.NullMarked;
