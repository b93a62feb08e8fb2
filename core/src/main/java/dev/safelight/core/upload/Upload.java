package dev.safelight.core.upload;

import dev.safelight.core.asset.Inspection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A file whose bytes are not there: they have not come yet, or were refused.
 *
 * @param until when the bytes must have begun to come
 * @param refused why they were not taken, or null while they may still come
 */
public record Upload(
        NewUpload what, Instant created, Instant until, Inspection.@Nullable Refused refused) {

    /** Whether bytes may begin to come. */
    public boolean isOpen(Instant now) {
        return refused == null && now.isBefore(until);
    }
}
