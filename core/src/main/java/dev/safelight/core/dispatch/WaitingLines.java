package dev.safelight.core.dispatch;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.webhook.Line;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The lines in which something is known to wait, and those of them for which something can be done
 * now. Each gets its turn once before any gets the next one. Confined to the thread that
 * dispatches.
 */
final class WaitingLines {
    /** Deliveries that one line is read ahead at most. */
    private static final int MOST_AHEAD = 32;

    private final int ahead;
    private final Map<Line, WaitingLine> lines = new HashMap<>();
    private final Set<WaitingLine> ready = new LinkedHashSet<>();
    private final Map<AccountId, Set<Line>> crowded = new HashMap<>();
    private final PriorityQueue<Rest> resting =
            new PriorityQueue<>(Comparator.comparing(Rest::until));

    private record Rest(Instant until, WaitingLine line) {}

    /**
     * No lines so far.
     *
     * @param ahead what they share among those that there are when one is read
     */
    WaitingLines(int ahead) {
        this.ahead = ahead;
    }

    /** How many deliveries a line is to be read ahead: its share, as each has its payload. */
    int share() {
        return Math.clamp(ahead / Math.max(1, lines.size()), 1, MOST_AHEAD);
    }

    /** How many deliveries are read ahead. */
    int readAhead() {
        return lines.values().stream().mapToInt(line -> line.ahead().size()).sum();
    }

    /** Something may wait in it. */
    void grew(Line line) {
        var waiting = lines.computeIfAbsent(line, WaitingLine::new);
        waiting.grew();
        ready.add(waiting);
    }

    /** Whether something is known to wait in a line, so that others go behind it. */
    boolean has(Line line) {
        return lines.containsKey(line);
    }

    /** Something may be done for it again, if anything waits in it. */
    void wake(Line line) {
        var waiting = lines.get(line);
        if (waiting != null) ready.add(waiting);
    }

    /** Nothing can be done for it before something of its account ends. */
    void waitForRoom(WaitingLine line, AccountId account) {
        crowded.computeIfAbsent(account, id -> new LinkedHashSet<>()).add(line.line());
    }

    /** An account has room again: those of its lines that wait for it have their turn first. */
    void wake(AccountId account) {
        var waiting = crowded.remove(account);
        if (waiting != null) waiting.forEach(this::wake);
    }

    /** Nothing can be done for it before; far away where something else wakes it. */
    void rest(WaitingLine line, Instant until) {
        if (line.rest(until)) resting.add(new Rest(until, line));
    }

    /** Those for which something can be done; they are asked for again when they are woken. */
    List<WaitingLine> takeReady(Instant now) {
        while (!resting.isEmpty() && !resting.peek().until().isAfter(now)) {
            var line = resting.poll().line();
            line.rested();
            wake(line.line());
        }
        var taken = List.copyOf(ready);
        ready.clear();
        return taken;
    }

    void putBack(List<WaitingLine> unserved) {
        ready.addAll(unserved);
    }

    /** Forgets a line in which nothing waits. */
    void tidy(WaitingLine line) {
        if (line.isEmpty()) lines.remove(line.line(), line);
    }

    boolean areReady() {
        return !ready.isEmpty();
    }

    Instant nextRestEnds() {
        return resting.isEmpty() ? Instant.MAX : resting.peek().until();
    }
}
