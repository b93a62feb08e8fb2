package dev.safelight.store.sqlite.telling;

import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.Directory.Listener;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The active endpoints as the open batch sees them: those of the directory, laid over with what the
 * batch itself has changed, so that an end is told to whoever listens at its turn and to nobody
 * whose endpoint is gone by then. Confined to the writer thread.
 */
final class Listeners {
    private final Directory directory;
    private final Map<Long, List<Listener>> changed = new HashMap<>();

    Listeners(Directory directory) {
        this.directory = directory;
    }

    /** An account's, in the order in which they were added. */
    List<Listener> of(long account) {
        // Hardly any batch changes one, and every end of a task asks.
        var own = changed.isEmpty() ? null : changed.get(account);
        return own == null ? directory.listeners(account) : own;
    }

    /**
     * An endpoint is told from here on, or no more.
     *
     * @return what the directory is to learn once the batch is on disk
     */
    Runnable follow(Listener endpoint, boolean isActive) {
        long account = endpoint.account();
        var next = new ArrayList<>(of(account));
        next.removeIf(listener -> listener.row() == endpoint.row());
        if (isActive) next.add(endpoint);
        next.sort(Comparator.comparingLong(Listener::row));
        var listening = List.copyOf(next);
        changed.put(account, listening);
        return () -> directory.learn(account, listening);
    }

    /** Forgets what the batch changed: it is in the directory, or it was taken back. */
    void clear() {
        changed.clear();
    }
}
