package dev.safelight.core.search;

import dev.safelight.core.time.Step;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes what was stored, a few files a step and in between a pause. Where meanings cannot be
 * told, or files cannot be indexed, it is tried three times. Then words alone are indexed, and if
 * that fails too, these files are passed over, so that none stops those that follow. What is loaded
 * for it is let go when nothing has come for a minute or two. Blocks: stepped by a platform thread
 * of its own.
 */
public final class Indexing implements Step {
    /** How many files one step looks at: few, for the writer waits while they are written. */
    public static final int BATCH = 16;

    private static final int MOST_ATTEMPTS = 3;
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMinutes(1);

    private final SearchIndex index;
    private final TextMeaning meaning;
    private Instant rest = Instant.MIN;
    private int failures;
    private volatile boolean stopping;

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
        try {
            restIfDue(now);
            boolean goesOn = next();
            failures = 0;
            return now.plus(goesOn ? BETWEEN : IDLE);
        } catch (IOException | RuntimeException fault) {
            if (failures++ == 0) log("files cannot be indexed; it is tried again", fault);
            return now.plus(AFTER_A_FAULT);
        }
    }

    private void restIfDue(Instant now) {
        if (now.isBefore(rest)) return;
        rest = now.plus(REST);
        meaning.rest();
    }

    /** Whether there was anything. */
    private boolean next() throws IOException {
        var unread = index.unread(BATCH).join();
        var upTo = unread.upTo();
        if (upTo == null) return false;
        var files = new ArrayList<IndexedFile>();
        if (failures <= MOST_ATTEMPTS) {
            for (var file : unread.files()) {
                if (stopping) return false;
                files.add(indexed(file));
            }
        }
        index.add(files, upTo).join();
        return true;
    }

    private IndexedFile indexed(FileOrigin file) throws IOException {
        var texts = new FileTexts(file);
        boolean byMeaning = failures < MOST_ATTEMPTS;
        var vectors = byMeaning ? Vectors.of(vectors(texts.passages())) : Vectors.NONE;
        return new IndexedFile(file.id(), file.account(), file.maker(), texts.words(), vectors);
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
