package dev.safelight.core.asset;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.time.Step;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes bytes that no row refers to, or rows alone that have expired: a process that dies between
 * storing a file and committing its task leaves such behind. Young ones are left alone, for their
 * row may be on its way. A step reads at most one page of rows or looks at one page of files.
 * Blocks: stepped by a platform thread of its own.
 */
public final class BlobSweep implements Step {
    /** How many rows or files one step may touch. */
    public static final int PAGE = 1_000;

    private static final Duration YOUNG = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Blobs blobs;
    private final Assets assets;
    private Phase phase = new Resting();
    private volatile boolean stopping;

    /** How far a sweep is. */
    private sealed interface Phase {}

    /** None is under way. */
    private record Resting() implements Phase {}

    /**
     * Rows are read, all of them, before anything is removed.
     *
     * @param before what was stored later is left alone
     * @param used the digests that the rows so far refer to
     * @param after where the next page of rows begins, or null for the first one
     */
    private record Collecting(
            Instant before, DigestSet used, @Nullable Cursor after) implements Phase {}

    /**
     * Files are removed that are not in use.
     *
     * @param after the digest that was looked at last
     */
    private record Removing(Instant before, DigestSet used, String after) implements Phase {}

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
            phase = stopping ? new Resting() : next(now);
        } catch (IOException | RuntimeException unreadable) {
            phase = new Resting();
            System.getLogger(BlobSweep.class.getName())
                    .log(System.Logger.Level.WARNING, "the sweep stopped half-way", unreadable);
        }
        return phase instanceof Resting ? now.plus(PAUSE) : now;
    }

    private Phase next(Instant now) throws IOException {
        return switch (phase) {
            case Resting() -> begin(now.minus(YOUNG));
            case Collecting collecting -> collect(collecting);
            case Removing removing -> remove(removing);
        };
    }

    /** The moment is set before any row is read, so that every row a file could have is seen. */
    private Phase begin(Instant before) throws IOException {
        if (blobs.storedBefore(before, "", 1).isEmpty()) return new Resting();
        return new Collecting(before, new DigestSet(), null);
    }

    private Phase collect(Collecting at) {
        var page = assets.digests(at.before(), at.after(), PAGE).join();
        page.digests().forEach(at.used()::add);
        if (page.next() != null) return new Collecting(at.before(), at.used(), page.next());
        at.used().sort();
        return new Removing(at.before(), at.used(), "");
    }

    private Phase remove(Removing at) throws IOException {
        var old = blobs.storedBefore(at.before(), at.after(), PAGE);
        if (old.isEmpty()) return new Resting();
        for (String digest : old) {
            if (!at.used().mayContain(digest)) blobs.remove(digest, at.before());
        }
        return new Removing(at.before(), at.used(), old.getLast());
    }
}
