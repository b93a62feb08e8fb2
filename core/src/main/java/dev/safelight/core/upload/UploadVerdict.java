package dev.safelight.core.upload;

import dev.safelight.core.asset.Asset;

/** What became of an upload in the deciding transaction. */
public sealed interface UploadVerdict {

    /** Its bytes may come. */
    record Waiting(Upload upload) implements UploadVerdict {}

    /** It is a file from here on. */
    record Stored(Asset asset) implements UploadVerdict {}

    /** So many uploads wait for their bytes already. */
    record TooManyPending(int most) implements UploadVerdict {}

    /** Its bytes have come before, it was refused, or it was never asked for. */
    record NotOpen() implements UploadVerdict {}

    /**
     * The account's files would take more than they may.
     *
     * @param limit bytes
     * @param used bytes, without this file
     */
    record OverQuota(long limit, long used) implements UploadVerdict {}
}
