package dev.safelight.core.dispatch;

import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Line;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The beginning of one line, read ahead, so that not every send is a read. Confined to the thread
 * that dispatches.
 */
final class WaitingLine {
    /** Deliveries that are read ahead. */
    static final int AHEAD = 32;

    private final Line line;
    private final Deque<Delivery> ahead = new ArrayDeque<>();
    private boolean hasMore = true;
    private boolean isReading;
    private Instant wakesAt = Instant.MAX;

    WaitingLine(Line line) {
        this.line = line;
    }

    Line line() {
        return line;
    }

    /** Something in it may be due that is not read. */
    void grew() {
        hasMore = true;
    }

    boolean wantsToRead() {
        return hasMore && !isReading && ahead.isEmpty();
    }

    void begin() {
        isReading = true;
        hasMore = false;
    }

    /**
     * What was read.
     *
     * @param mayHaveMore whether as much was found as was asked for
     */
    void end(Collection<Delivery> read, boolean mayHaveMore) {
        isReading = false;
        ahead.addAll(read);
        if (mayHaveMore) hasMore = true;
    }

    /** Those that are read ahead, in order; whoever sends one removes it. */
    Deque<Delivery> ahead() {
        return ahead;
    }

    /** Takes some of what is read ahead away. */
    List<Delivery> take(Predicate<Delivery> which) {
        var taken = ahead.stream().filter(which).toList();
        ahead.removeAll(taken);
        return taken;
    }

    /** What is read ahead waits for a host, and behind it there may be callbacks to others. */
    boolean holdsOthersUp() {
        return line instanceof Line.OfCallbacks && hasMore && !isReading && !ahead.isEmpty();
    }

    /** Whether it is to be woken then: not if it is before that. */
    boolean rests(Instant until) {
        if (!until.isBefore(wakesAt)) return false;
        wakesAt = until;
        return true;
    }

    void woken() {
        wakesAt = Instant.MAX;
    }

    /** Nothing is known to wait in it. */
    boolean isEmpty() {
        return ahead.isEmpty() && !hasMore && !isReading;
    }
}
