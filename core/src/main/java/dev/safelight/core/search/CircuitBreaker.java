package dev.safelight.core.search;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks for no meaning for a minute after one could not be told, and then for a single one: trying
 * costs more than knowing. Logs the first of such failures in a row. Safe for use by many threads.
 */
public final class CircuitBreaker implements TextMeaning {
    private static final System.Logger LOG = System.getLogger(CircuitBreaker.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TextMeaning meaning;
    private final InstantSource clock;

    /** When it is tried again; null while meanings are told. */
    private final AtomicReference<@Nullable Instant> again = new AtomicReference<>();

    public CircuitBreaker(TextMeaning meaning, InstantSource clock) {
        this.meaning = meaning;
        this.clock = clock;
    }

    @Override
    public int dimensions() {
        return meaning.dimensions();
    }

    @Override
    public Optional<float[]> vector(String text) throws IOException {
        if (!isTried()) throw new IOException("meanings could not be told a moment ago");
        try {
            var vector = meaning.vector(text);
            again.set(null);
            return vector;
        } catch (IOException | RuntimeException unable) {
            if (again.getAndSet(clock.instant().plus(PAUSE)) == null)
                LOG.log(System.Logger.Level.WARNING, "files are found by words alone", unable);
            throw unable instanceof IOException told ? told : new IOException(unable);
        }
    }

    private boolean isTried() {
        var due = again.get();
        var now = clock.instant();
        return due == null || (!now.isBefore(due) && again.compareAndSet(due, now.plus(PAUSE)));
    }

    @Override
    public void rest() {
        meaning.rest();
    }
}
