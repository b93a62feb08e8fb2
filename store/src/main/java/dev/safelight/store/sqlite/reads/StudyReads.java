package dev.safelight.store.sqlite.reads;

import dev.safelight.core.asset.Asset;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.files.FileSource;
import dev.safelight.store.sqlite.rows.AssetColumns;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a later step has not looked at. Nothing is written while nothing waits: it is asked again
 * and again.
 */
public final class StudyReads {
    private static final ReadPool.Question<Waiting> UPLOAD = ReadPool.Question.named(
            "next-upload", columns -> Waiting.over(columns, FileSource.UPLOADED));
    private static final ReadPool.Question<Waiting> MADE =
            ReadPool.Question.named("next-made", columns -> Waiting.over(columns, FileSource.MADE));
    private static final ReadPool.Question<Long> STUDIED =
            ReadPool.Question.named("studied", columns -> row -> row.number(1));
    private static final ReadPool.Question<Long> LAST =
            ReadPool.Question.named("last-file", columns -> row -> row.number(1));

    private final ReadPool pool;
    private final long stretch;

    /** No made file up to this row waits: what is passed over is in no index of its own. */
    private final AtomicLong passed = new AtomicLong();

    /** A file that waits, and where. */
    public record Waiting(FileSource source, long row, Asset asset) {
        private static Query.Reader<Waiting> over(Columns columns, FileSource source) {
            int row = columns.at("n");
            var asset = AssetColumns.over(columns);
            return at -> new Waiting(source, at.number(row), asset.read(at));
        }
    }

    /** What one read came to; {@code isAll} is false where it ended before the end of the rows. */
    private record Look(@Nullable Waiting found, boolean isAll) {}

    /**
     * @param stretch how many rows one read looks at
     */
    public StudyReads(ReadPool pool, long stretch) {
        this.pool = pool;
        this.stretch = stretch;
    }

    /** The next one: uploads before what tasks made. */
    public CompletableFuture<Optional<Waiting>> next() {
        return pool.read(this::look)
                .thenCompose(look -> look.found() == null && !look.isAll()
                        ? next()
                        : CompletableFuture.completedFuture(Optional.ofNullable(look.found())));
    }

    private Look look(ReadPool.Reader reader) {
        var upload = reader.ask(UPLOAD).first();
        if (upload != null) return new Look(upload, true);
        long last = reader.ask(LAST).one();
        long from = Math.max(reader.ask(STUDIED).one(), passed.get());
        long to = Math.min(last, from + stretch);
        var made = reader.ask(MADE).bind(from).bind(to).first();
        if (made == null) passed.accumulateAndGet(to, Math::max);
        return new Look(made, to >= last);
    }
}
