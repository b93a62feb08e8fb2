package dev.safelight.core.search;

import dev.safelight.core.search.SearchIndex.Part;
import dev.safelight.core.time.Step;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes what was stored, a few files a step: words first, and meanings when no words wait. Where
 * meanings cannot be told their files wait, and it is tried again once a minute. It rests for as
 * long as it worked, so it takes at most half a processor from what runs beside it. What is loaded
 * for it is let go when nothing has come for a minute or two. Blocks: stepped by a platform thread
 * of its own.
 */
public final class Indexing implements Step {
    /** How many files one step looks at: few, for the writer waits while they are written. */
    public static final int BATCH = 16;

    private static final Duration LEAST = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMinutes(1);

    private final SearchIndex index;
    private final TextMeaning meaning;
    private Instant rest = Instant.MIN;
    private Instant nextMeaning = Instant.MIN;

    /** When the work began after which it has not rested, or null. */
    private @Nullable Instant began;

    private boolean isFailing;
    private volatile boolean stopping;

    /** What is kept of a file by one part of it. */
    private interface Reading {
        IndexedFile of(FileOrigin file) throws IOException;
    }

    public Indexing(SearchIndex index, TextMeaning meaning) {
        this.index = index;
        this.meaning = meaning;
    }

    /** Begins no further files. Any thread. */
    public void stop() {
        stopping = true;
    }

    @Override
    public Instant step(Instant now) {
        if (stopping) return now.plus(AFTER_A_FAULT);
        // A step of its own: the moment that the work was given is from before it.
        if (began != null) return rested(now, began);
        try {
            restIfDue(now);
            boolean isAll = !next(Part.WORDS, Indexing::byWords) && !nextMeanings(now);
            isFailing = false;
            if (isAll) return now.plus(IDLE);
            began = now;
            return now;
        } catch (IOException | RuntimeException fault) {
            if (!isFailing) log("files cannot be indexed; it is tried again", fault);
            isFailing = true;
            return now.plus(AFTER_A_FAULT);
        }
    }

    private Instant rested(Instant now, Instant since) {
        began = null;
        var worked = Duration.between(since, now);
        if (worked.compareTo(LEAST) < 0) worked = LEAST;
        // The clock may have been set meanwhile.
        return now.plus(worked.compareTo(IDLE) > 0 ? IDLE : worked);
    }

    private void restIfDue(Instant now) {
        if (now.isBefore(rest)) return;
        rest = now.plus(REST);
        meaning.rest();
    }

    /** Whether there was anything. */
    private boolean next(Part part, Reading reading) throws IOException {
        var unread = index.unread(part, BATCH).join();
        var upTo = unread.upTo();
        if (upTo == null) return false;
        var files = new ArrayList<IndexedFile>();
        for (var file : unread.files()) {
            if (stopping) return false;
            try {
                files.add(reading.of(file));
            } catch (RuntimeException broken) {
                // It stops none of those that follow.
                log("a file is passed over, for its texts cannot be read", broken);
            }
        }
        index.add(files, upTo).join();
        return true;
    }

    /** Nothing while meanings cannot be told: whoever tells them says so in the log. */
    private boolean nextMeanings(Instant now) {
        if (now.isBefore(nextMeaning)) return false;
        try {
            return next(Part.MEANING, this::byMeaning);
        } catch (IOException unable) {
            nextMeaning = now.plus(AFTER_A_FAULT);
            return false;
        }
    }

    private static IndexedFile byWords(FileOrigin file) {
        var words = new FileTexts(file).words();
        return new IndexedFile.ByWords(file.id(), file.account(), file.maker(), words);
    }

    private IndexedFile byMeaning(FileOrigin file) throws IOException {
        var vectors = Vectors.of(vectors(new FileTexts(file).passages()));
        return new IndexedFile.ByMeaning(file.id(), file.maker(), vectors);
    }

    private List<float[]> vectors(List<String> passages) throws IOException {
        var vectors = new ArrayList<float[]>();
        for (var passage : passages) meaning.vector(passage).ifPresent(vectors::add);
        return vectors;
    }

    private static void log(String what, Exception why) {
        System.getLogger(Indexing.class.getName()).log(System.Logger.Level.WARNING, what, why);
    }
}
