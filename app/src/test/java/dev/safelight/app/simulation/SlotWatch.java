package dev.safelight.app.simulation;

import dev.safelight.core.access.LimitChange;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.store.sql.Db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Watches that nothing starts beyond the limit of its account, key or engine. While it is not known
 * whether a change was made, the looser limit counts.
 */
final class SlotWatch implements CommitListener {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final Supplier<Db> rows;
    private final Consumer<Throwable> broken;

    /** What is known to be in force, and what was asked for since. */
    private final Map<String, List<Asked>> limits = new HashMap<>();

    private int number;

    private record Asked(int number, int slots) {}

    /**
     * @param broken is told when more run than may
     */
    SlotWatch(Supplier<Db> rows, Consumer<Throwable> broken) {
        this.rows = rows;
        this.broken = broken;
    }

    /** A limit is in force. */
    void know(LimitChange limit) {
        ask(limit, CompletableFuture.completedFuture(limit));
    }

    /** A change was asked for. */
    void ask(LimitChange change, CompletableFuture<?> answer) {
        var asked = limits.computeIfAbsent(
                whose(change), whose -> new ArrayList<>(List.of(new Asked(0, UNLIMITED))));
        int slots = slots(change);
        var latest = new Asked(++number, slots == 0 ? UNLIMITED : slots);
        asked.add(latest);
        var _ = answer.thenRun(() -> asked.removeIf(before -> before.number() < latest.number()));
    }

    private static int most(List<Asked> asked) {
        return asked.stream().mapToInt(Asked::slots).max().orElse(UNLIMITED);
    }

    private static int slots(LimitChange change) {
        return switch (change) {
            case LimitChange.OfAccount(var account, var limits) -> limits.slots();
            case LimitChange.OfKey(var key, var limits) -> limits.slots();
            case LimitChange.OfEngine(var engine, int slots) -> slots;
        };
    }

    /** What is counted, as SQL has it. */
    private static String whose(LimitChange change) {
        return switch (change) {
            case LimitChange.OfAccount(var account, var limits) -> "account=" + account.number();
            case LimitChange.OfKey(var key, var limits) -> "key=" + key.number();
            case LimitChange.OfEngine(var engine, int slots) ->
                "engine=(SELECT n FROM name WHERE text='" + engine + "')";
        };
    }

    @Override
    public void committed(List<TaskChange> changes) {
        if (changes.stream().noneMatch(SlotWatch::isStart)) return;
        limits.forEach((whose, asked) -> {
            int most = most(asked);
            long run = rows.get().number("SELECT count(*) FROM task WHERE state=1 AND " + whose);
            if (run > most && startsOne(whose, changes))
                broken.accept(new AssertionError(run + " run, at most " + most + ": " + whose));
        });
    }

    private static boolean isStart(TaskChange change) {
        return change.entry().kind() == TaskEvent.Kind.STARTED;
    }

    private static boolean startsOne(String whose, List<TaskChange> changes) {
        return changes.stream().filter(SlotWatch::isStart).anyMatch(start -> {
            var owner = start.task().owner();
            return whose.startsWith("engine=")
                    || whose.equals("account=" + owner.account().number())
                    || whose.equals("key=" + owner.key().number());
        });
    }
}
