/**
 * How what is told is worded and signed. A delivery is turned into a notice, with the task or file
 * as of the entry that it tells; the dialect of its target words it. Called by the dispatch of
 * deliveries. It must never send anything, and knows no word of a dialect: each hands its wording
 * in.
 */
@NullMarked
package dev.safelight.server.webhook;

import org.jspecify.annotations.NullMarked;
