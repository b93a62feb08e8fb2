package dev.safelight.core.asset;

import dev.safelight.core.time.Step;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Removes bytes that no row refers to: a process that dies between storing a file and committing
 * its task leaves such behind. Young ones are left alone, for their row may be on its way. Blocks:
 * stepped by a platform thread of its own.
 */
public final class BlobSweep implements Step {
    private static final Duration YOUNG = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int PAGE = 10_000;

    private final Blobs blobs;
    private final Assets assets;
    private volatile boolean stopping;

    public BlobSweep(Blobs blobs, Assets assets) {
        this.blobs = blobs;
        this.assets = assets;
    }

    /** Ends a sweep under way after the page that it is at. Any thread. */
    public void stop() {
        stopping = true;
    }

    @Override
    public Instant step(Instant now) {
        try {
            sweep(now.minus(YOUNG));
        } catch (IOException | RuntimeException unreadable) {
            System.getLogger(BlobSweep.class.getName())
                    .log(System.Logger.Level.WARNING, "the sweep stopped half-way", unreadable);
        }
        return now.plus(PAUSE);
    }

    /** What was stored before the moment is read first, so that every row it could have is seen. */
    private void sweep(Instant before) throws IOException {
        String after = "";
        var old = blobs.storedBefore(before, after, PAGE);
        if (old.isEmpty() || stopping) return;
        long[] referred = referred();
        while (!old.isEmpty() && !stopping) {
            for (String digest : old) {
                if (Arrays.binarySearch(referred, head(digest)) < 0) blobs.remove(digest, before);
            }
            after = old.getLast();
            old = blobs.storedBefore(before, after, PAGE);
        }
    }

    /** The first 64 bits of every digest in use, sorted: a false match only delays a removal. */
    private long[] referred() {
        long[] heads = new long[1_024];
        int count = 0;
        var page = assets.digests(0, PAGE).join();
        // Cut short only when nothing is removed any more: what is missing here would be removed.
        while (!page.digests().isEmpty() && !stopping) {
            for (String digest : page.digests()) {
                if (count == heads.length) heads = Arrays.copyOf(heads, count * 2);
                heads[count++] = head(digest);
            }
            page = assets.digests(page.last(), PAGE).join();
        }
        long[] sorted = Arrays.copyOf(heads, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static long head(String digest) {
        return HexFormat.fromHexDigitsToLong(digest, 0, 16);
    }
}
