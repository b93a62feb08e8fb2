package dev.safelight.core.task;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The latest preview of each run, in memory alone. Bounded: the one that was shown longest ago
 * makes room, and a picture that is too large is not kept. Safe for use by many threads.
 */
public final class Previews {
    /** The largest picture that is kept. */
    public static final int MOST_BYTES_EACH = 512 << 10;

    private static final int MOST = 256;
    private static final long MOST_BYTES = 32L << 20;

    /** The one shown longest ago first. */
    private final Map<TaskId, Shown> shown = new LinkedHashMap<>();

    private long bytes;

    private record Shown(Lease lease, Preview preview) {
        long bytes() {
            return preview.bytes().length;
        }
    }

    /** Keeps it in the place of the run's last one; one that is too large changes nothing. */
    public synchronized void show(Lease lease, Preview preview) {
        if (preview.bytes().length > MOST_BYTES_EACH) return;
        remove(lease.task());
        shown.put(lease.task(), new Shown(lease, preview));
        bytes += preview.bytes().length;
        makeRoom();
    }

    private void makeRoom() {
        Iterator<Shown> eldest = shown.values().iterator();
        while (shown.size() > MOST || bytes > MOST_BYTES) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    /** Forgets what this run has shown; a later run of the task keeps its own. */
    public synchronized void drop(Lease lease) {
        var last = shown.get(lease.task());
        if (last != null && last.lease().equals(lease)) remove(lease.task());
    }

    private void remove(TaskId task) {
        var last = shown.remove(task);
        if (last != null) bytes -= last.bytes();
    }

    /** The latest one; empty when none was shown, or none is kept. */
    public synchronized Optional<Preview> of(TaskId task) {
        return Optional.ofNullable(shown.get(task)).map(Shown::preview);
    }
}
