package dev.safelight.core.search;

import dev.safelight.core.time.Step;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes what was stored, a few files a step and in between a pause, so that what runs beside it
 * is hardly slower. What is loaded for it is let go when nothing has come for a minute or two.
 * Blocks: stepped by a platform thread of its own.
 */
public final class Indexing implements Step {
    /** How many files one step looks at: few, for the writer waits while they are written. */
    public static final int BATCH = 16;

    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMinutes(1);

    private final SearchIndex index;
    private final TextMeaning meaning;
    private Instant rest = Instant.MIN;

    public Indexing(SearchIndex index, TextMeaning meaning) {
        this.index = index;
        this.meaning = meaning;
    }

    @Override
    public Instant step(Instant now) {
        try {
            restIfDue(now);
            return now.plus(next() ? BETWEEN : IDLE);
        } catch (IOException | RuntimeException fault) {
            log("files cannot be indexed; it is tried again", fault);
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
        for (var file : unread.files()) files.add(indexed(file));
        index.add(files, upTo).join();
        return true;
    }

    private IndexedFile indexed(FileOrigin file) throws IOException {
        var texts = new FileTexts(file);
        var vectors = Vectors.of(vectors(texts.passages()));
        return new IndexedFile(file.id(), file.account(), file.maker(), texts.words(), vectors);
    }

    private List<float[]> vectors(List<String> passages) throws IOException {
        var vectors = new ArrayList<float[]>();
        for (var passage : passages) vectors.add(meaning.vector(passage));
        return vectors;
    }

    private static void log(String what, Exception why) {
        System.getLogger(Indexing.class.getName()).log(System.Logger.Level.WARNING, what, why);
    }
}
