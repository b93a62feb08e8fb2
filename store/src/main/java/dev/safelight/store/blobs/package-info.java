/**
 * Bytes by digest in a local folder. Called from platform threads only: digests and fsync take
 * long. It knows nothing of tasks or rows.
 */
@NullMarked
package dev.safelight.store.blobs;

import org.jspecify.annotations.NullMarked;
