package dev.safelight.core.upload;

import dev.safelight.core.asset.Inspection;

/** Why bytes are not taken. */
public sealed interface UploadRefusal {

    /** They have come before, were refused, come too late, or were never announced. */
    record NotOpen() implements UploadRefusal {}

    /** Somebody else is bringing them right now. */
    record UnderWay() implements UploadRefusal {}

    /**
     * The text of the key by which the file was brought has died since.
     *
     * @param announced whether an address was asked for with it, or the bytes came at once
     */
    record KeyEnded(boolean announced) implements UploadRefusal {}

    /**
     * Too many files come in at once.
     *
     * @param ofAccount whether it is the account's own that are too many
     * @param most how many may come in at once
     */
    record TooMany(boolean ofAccount, int most) implements UploadRefusal {}

    /**
     * The account's files would take more than they may.
     *
     * @param limit bytes
     * @param used bytes, with what comes in right now
     */
    record OverQuota(long limit, long used) implements UploadRefusal {}

    /** Nobody could look into them in time; they may be brought again. */
    record Undecided() implements UploadRefusal {}

    /** They are no file that is taken. */
    record NotUnderstood(Inspection.Refused why) implements UploadRefusal {}
}
