package dev.safelight.core.upload;

import dev.safelight.core.asset.Asset;

/** What became of bytes that have come whole. */
public sealed interface Ending {

    /** They are a file from here on. */
    record Stored(Asset asset) implements Ending {}

    /**
     * They are not, and no file is. Nothing of them is left either, except where the last word came
     * after they were on disk: those that are over the quota by then, or whose key died in that
     * moment, go with the next sweep of bytes that no file has.
     */
    record Refused(UploadRefusal why) implements Ending {}
}
