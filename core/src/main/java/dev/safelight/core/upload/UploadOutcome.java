package dev.safelight.core.upload;

import dev.safelight.core.asset.Asset;

/** What became of bytes that have come whole. */
public sealed interface UploadOutcome {

    /** They are a file from here on. */
    record Stored(Asset asset) implements UploadOutcome {}

    /**
     * They are not, and no file is. Nothing of them is left once the reception is closed, unless
     * somebody else has stored the same bytes.
     */
    record Refused(UploadRefusal why) implements UploadOutcome {}
}
