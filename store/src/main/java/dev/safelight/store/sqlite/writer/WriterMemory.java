package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.WorkerId;
import dev.safelight.store.sqlite.rows.KnownSpending;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.telling.Telling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What outlives any one connection of the writer and is not in the rows, or is looked up by other
 * threads as well. Names, the directory and what keys have spent may be read by any thread; the
 * rest is confined to the writer's.
 */
public final class WriterMemory {
    private final NameTable names;
    private final Telling.Known telling;
    private final KnownSpending spending;
    private final Limits limits;
    private final Map<WorkerId, NewWorker> brought = new HashMap<>();
    private final WaitingClaims claims = new WaitingClaims();
    private List<Stopping> stopping = List.of();

    /**
     * How much is kept in memory.
     *
     * @param liveTasks how many tasks may be live at once
     * @param keysInMemory how many idempotency keys fill memory before they move to disk
     */
    public record Limits(long liveTasks, int keysInMemory) {}

    public WriterMemory(
            NameTable names, Telling.Known telling, KnownSpending spending, Limits limits) {
        this.names = names;
        this.telling = telling;
        this.spending = spending;
        this.limits = limits;
    }

    NameTable names() {
        return names;
    }

    Telling.Known telling() {
        return telling;
    }

    KnownSpending spending() {
        return spending;
    }

    Limits limits() {
        return limits;
    }

    /** What workers of this process bring. */
    Map<WorkerId, NewWorker> brought() {
        return brought;
    }

    WaitingClaims claims() {
        return claims;
    }

    /** Ended tasks whose engines have not stopped, as of the last commit. */
    List<Stopping> stopping() {
        return stopping;
    }

    void keep(List<Stopping> committed) {
        stopping = committed;
    }
}
