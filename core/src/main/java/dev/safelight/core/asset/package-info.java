/**
 * Files that were made: what is known of each, and the port behind which their bytes lie. A file's
 * bytes are named by their SHA-256 and are durable before the task that made them succeeds.
 */
@NullMarked
package dev.safelight.core.asset;

import org.jspecify.annotations.NullMarked;
