package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The claims that wait for something to be ready, by engine, in the order in which they came. They
 * are not in the rows, and outlive a failed batch. Confined to the writer thread.
 */
final class WaitingClaims {
    private final Map<EngineName, Deque<Command.Claim>> waiting = new HashMap<>();

    /** Those that the open batch took out. */
    private final List<Command.Claim> served = new ArrayList<>();

    void add(Command.Claim claim) {
        waiting.computeIfAbsent(claim.engine(), engine -> new ArrayDeque<>()).add(claim);
    }

    boolean isWaiting(EngineName engine) {
        var claims = waiting.get(engine);
        return claims != null && !claims.isEmpty();
    }

    /** The engine's next claim, which waits no more; null when none does. */
    Command.@Nullable Claim take(EngineName engine) {
        var claims = waiting.get(engine);
        var claim = claims == null ? null : claims.poll();
        if (claim != null) served.add(claim);
        return claim;
    }

    /** All claims of a worker, which wait no more. */
    List<Command.Claim> takeAll(WorkerId worker) {
        var taken = take(claim -> claim.worker().equals(worker));
        served.addAll(taken);
        return taken;
    }

    private List<Command.Claim> take(Predicate<Command.Claim> which) {
        var taken = new ArrayList<Command.Claim>();
        for (var claims : waiting.values()) {
            for (var claim : claims) {
                if (which.test(claim)) taken.add(claim);
            }
            claims.removeIf(which);
        }
        return taken;
    }

    /** What the open batch took out; forgotten here. */
    List<Command.Claim> takeServed() {
        var taken = List.copyOf(served);
        served.clear();
        return taken;
    }

    /** The batch that took them out came to nothing: they wait again, each before the others. */
    void putBack(List<Command.Claim> claims) {
        for (var claim : claims.reversed())
            waiting.computeIfAbsent(claim.engine(), engine -> new ArrayDeque<>())
                    .addFirst(claim);
    }

    /** Answers all that wait with nothing. */
    void close() {
        take(claim -> true).forEach(claim -> claim.answer().complete(List.of()));
    }
}
