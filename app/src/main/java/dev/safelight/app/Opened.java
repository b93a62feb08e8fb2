package dev.safelight.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened: closed in the reverse order, each whatever became of the others. */
final class Opened implements Closeable {
    private final Deque<Closeable> parts = new ArrayDeque<>();

    /** Adds what undoes the step that was just taken. */
    void add(Closeable undo) {
        parts.push(undo);
    }

    /** Closes all, and throws what went wrong last. */
    @Override
    public void close() throws IOException {
        var part = parts.poll();
        if (part == null) return;
        try {
            part.close();
        } finally {
            close();
        }
    }
}
