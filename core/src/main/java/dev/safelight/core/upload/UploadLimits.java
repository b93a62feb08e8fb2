package dev.safelight.core.upload;

import java.time.Duration;

/**
 * What uploads may take.
 *
 * @param bytes of one file
 * @param pending how many files of one account may wait for their bytes
 * @param open how long after a file was announced its bytes may begin to come
 * @param together how many may come in at once
 * @param threads how many write, digest and inspect them
 * @param bytesAMinute the slowest rate: whatever brings less in a minute is ended
 */
public record UploadLimits(
        long bytes, int pending, Duration open, Together together, int threads, long bytesAMinute) {

    /**
     * Of one account, and in all.
     *
     * @param programs how many are looked into by a program at a time
     */
    public record Together(int ofAccount, int all, int programs) {}
}
