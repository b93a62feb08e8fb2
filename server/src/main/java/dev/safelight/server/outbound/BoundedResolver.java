package dev.safelight.server.outbound;

import dev.safelight.server.outbound.NameHistory.Standing;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves names on a bounded number of threads so that names which hang harm nobody else. A name
 * is looked up once at a time, whoever asks; names that have answered before always have threads
 * that others cannot hold, and a line that others cannot fill; a zone that stayed silent has few
 * threads until it answers. Who asks waits for a bounded time, whatever becomes of the lookup,
 * which nothing can interrupt.
 *
 * <p>For any thread. All of its state is guarded by its lock; no lookup and no answer runs under
 * it.
 */
public final class BoundedResolver implements NameResolver {
    private final NameLookup lookup;
    private final ResolverLimits limits;
    private final Executor threads;
    private final Executor answers;
    private final NameHistory history = new NameHistory();

    /** Asked and not done, in the order in which they came; done means that no thread is held. */
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    /** How many of them had answered before they were asked for. */
    private int proven;

    private final Map<Standing, Integer> running = new EnumMap<>(Standing.class);
    private final Map<String, Integer> runningOfZone = new HashMap<>();

    /**
     * Starts nothing.
     *
     * @param threads platform threads, as many as lookups may be under way
     * @param answers where those who asked go on
     */
    public BoundedResolver(
            NameLookup lookup, ResolverLimits limits, Executor threads, Executor answers) {
        this.lookup = lookup;
        this.limits = limits;
        this.threads = threads;
        this.answers = answers;
    }

    /** A name that somebody waits for, or that still holds a thread. */
    private static final class Asked {
        private final String name;
        private final CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        private final boolean isProven;
        private Standing standing = Standing.UNKNOWN;
        private boolean isRunning;

        private Asked(String name, boolean isProven) {
            this.name = name;
            this.isProven = isProven;
        }
    }

    @Override
    public CompletableFuture<List<InetAddress>> resolve(String name) {
        Asked mine;
        List<Asked> next;
        synchronized (this) {
            var known = asked.get(name);
            boolean isProven = history.standing(name) == Standing.ANSWERS;
            if (known == null && isLineFull(isProven))
                return CompletableFuture.failedFuture(
                        new RejectedExecutionException("too many names are asked for"));
            mine = known == null ? begin(name, isProven) : known;
            next = takeNext();
        }
        next.forEach(this::run);
        return mine.answer.whenCompleteAsync((_, _) -> {}, answers);
    }

    /** Whether no more are taken: of names that have answered before, or of all others. */
    private boolean isLineFull(boolean isProven) {
        int asked = isProven ? proven : this.asked.size() - proven;
        return asked >= limits.waiting() + limits.together().all();
    }

    private Asked begin(String name, boolean isProven) {
        var begun = new Asked(name, isProven);
        asked.put(name, begun);
        if (isProven) proven++;
        // One that nobody waits for any more leaves the line; its thread it keeps until it is done.
        var _ = begun.answer
                .orTimeout(limits.patience().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, fault) -> answered(begun, fault == null));
        return begun;
    }

    /** Those that may run now, marked as running. */
    private List<Asked> takeNext() {
        var next = new ArrayList<Asked>();
        for (var one : asked.values()) {
            if (isFull()) break;
            if (one.isRunning) continue;
            one.standing = history.standing(one.name);
            if (!hasRoom(one)) continue;
            one.isRunning = true;
            count(one, 1);
            next.add(one);
        }
        return next;
    }

    private boolean hasRoom(Asked one) {
        int silent = running(Standing.SILENT);
        int strangers = silent + running(Standing.UNKNOWN);
        int ofItsZone = runningOfZone.getOrDefault(NameHistory.zone(one.name), 0);
        boolean isRoomForStrangers =
                strangers < limits.together().unknown() && ofItsZone < limits.ofZone();
        return switch (one.standing) {
            case ANSWERS -> ofItsZone < limits.ofProvenZone();
            case UNKNOWN -> isRoomForStrangers;
            case SILENT -> isRoomForStrangers && silent < limits.together().silent();
        };
    }

    private boolean isFull() {
        return running.values().stream().mapToInt(Integer::intValue).sum()
                >= limits.together().all();
    }

    private int running(Standing standing) {
        return running.getOrDefault(standing, 0);
    }

    private void count(Asked one, int change) {
        running.merge(one.standing, change, Integer::sum);
        runningOfZone.merge(NameHistory.zone(one.name), change, BoundedResolver::sumOrNone);
    }

    private static @Nullable Integer sumOrNone(int before, int change) {
        return before + change == 0 ? null : Integer.valueOf(before + change);
    }

    private void run(Asked one) {
        try {
            threads.execute(() -> {
                lookUp(one);
                done(one);
            });
        } catch (RejectedExecutionException closing) {
            one.answer.completeExceptionally(closing);
            done(one);
        }
    }

    private void lookUp(Asked one) {
        try {
            one.answer.complete(List.copyOf(lookup.addresses(one.name)));
        } catch (UnknownHostException | RuntimeException none) {
            one.answer.completeExceptionally(none);
        }
    }

    private void done(Asked one) {
        List<Asked> next;
        synchronized (this) {
            forget(one);
            count(one, -1);
            next = takeNext();
        }
        next.forEach(this::run);
    }

    /** Its answer is decided; only one that ran tells anything about its zone. */
    private synchronized void answered(Asked one, boolean inTime) {
        if (inTime) history.answered(one.name);
        else if (!one.isRunning) forget(one);
        else if (one.answer.exceptionNow() instanceof TimeoutException)
            history.stayedSilent(one.name);
    }

    private void forget(Asked one) {
        if (asked.remove(one.name, one) && one.isProven) proven--;
    }

    /** Names that somebody waits for, or that hold a thread. */
    synchronized int asked() {
        return asked.size();
    }
}
