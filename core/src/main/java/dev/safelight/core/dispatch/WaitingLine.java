package dev.safelight.core.dispatch;

import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Line;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * The beginning of one line, read ahead, so that not every send is a read. Confined to the thread
 * that dispatches.
 */
final class WaitingLine {
    private final Line line;
    private final Deque<Delivery> ahead = new ArrayDeque<>();
    private boolean hasMore = true;
    private boolean isReading;
    private Instant wokenAt = Instant.MAX;

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

    /** Takes what is read ahead away. */
    List<Delivery> clear() {
        var all = new ArrayList<>(ahead);
        ahead.clear();
        return all;
    }

    /** What is read ahead may go to others than what follows, and is in its way. */
    boolean mayBeBlocked() {
        return line instanceof Line.OfCallbacks && hasMore && !isReading && !ahead.isEmpty();
    }

    /** Whether it has to be woken at a moment: not when it is woken before that anyway. */
    boolean rest(Instant until) {
        boolean isEarlier = until.isBefore(wokenAt);
        if (isEarlier) wokenAt = until;
        return isEarlier;
    }

    /** It was woken. */
    void rested() {
        wokenAt = Instant.MAX;
    }

    /** Nothing is known to wait in it. */
    boolean isEmpty() {
        return ahead.isEmpty() && !hasMore && !isReading;
    }
}
