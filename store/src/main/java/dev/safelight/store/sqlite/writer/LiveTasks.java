package dev.safelight.store.sqlite.writer;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.schedule.Entry;
import dev.safelight.store.schedule.Schedule;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All tasks that can still change, by id, each with its place in the schedule and its worker: what
 * becomes of a task goes through here, so that the three never disagree. Confined to the writer
 * thread; built anew from the rows at a start and when a batch fails.
 */
final class LiveTasks {
    private final Schedule<LiveTask> schedule;
    private final Map<TaskId, Entry<LiveTask>> live = new HashMap<>();
    private final Map<TaskId, Entry<LiveTask>> stopping = new HashMap<>();
    private final Map<WorkerId, Set<Entry<LiveTask>>> byWorker = new HashMap<>();

    LiveTasks(Schedule<LiveTask> schedule) {
        this.schedule = schedule;
    }

    /** How many can still change. */
    int size() {
        return live.size();
    }

    /** Shows all that can still change. */
    void each(Consumer<Task> listener) {
        live.values().forEach(entry -> listener.accept(entry.task().task));
    }

    /** The task, or null once it has ended. */
    @Nullable
    LiveTask find(TaskId id) {
        var entry = live.get(id);
        return entry == null ? null : entry.task();
    }

    /** The ended task whose engine has not stopped yet, or null. */
    @Nullable
    LiveTask findStopping(TaskId id) {
        var entry = stopping.get(id);
        return entry == null ? null : entry.task();
    }

    /** What a worker has, ended tasks that it has not stopped included. */
    List<LiveTask> of(WorkerId worker) {
        return byWorker.getOrDefault(worker, Set.of()).stream().map(Entry::task).toList();
    }

    /** Takes a task up; it rests. */
    void add(LiveTask task) {
        live.put(task.task.id(), schedule.add(task, task.place()));
    }

    private Entry<LiveTask> entry(LiveTask task) {
        var entry = live.get(task.task.id());
        if (entry == null) throw new IllegalStateException("is not live: " + task.task);
        return entry;
    }

    /** It waits for its slots from here on. */
    void enqueue(LiveTask task) {
        var entry = entry(task);
        schedule.enqueue(entry);
        setTimer(entry);
    }

    /** Whether something owns its slots and waits to be claimed. */
    List<EngineName> readyEngines() {
        return schedule.readyEngines();
    }

    /** The engine's next task that can be claimed, or null. */
    @Nullable
    LiveTask nextReady(EngineName engine) {
        var entry = schedule.peekReady(engine);
        return entry == null ? null : entry.task();
    }

    /** A worker has it; it owned its slots already. */
    void start(LiveTask task, WorkerId worker) {
        var entry = entry(task);
        schedule.start(entry);
        occupy(entry, worker);
    }

    /** Takes its slots again after a rebuild: it was running. */
    void resume(LiveTask task, WorkerId worker) {
        var entry = entry(task);
        schedule.resume(entry);
        occupy(entry, worker);
    }

    /** Takes the engine's slot again after a rebuild: it had ended, its engine has not stopped. */
    void resumeStopping(LiveTask task, WorkerId worker) {
        var entry = schedule.add(task, task.place());
        schedule.resumeStopping(entry);
        stopping.put(task.task.id(), entry);
        hold(entry, worker);
    }

    private void occupy(Entry<LiveTask> entry, WorkerId worker) {
        hold(entry, worker);
        setTimer(entry);
    }

    private void hold(Entry<LiveTask> entry, WorkerId worker) {
        entry.task().worker = worker;
        byWorker.computeIfAbsent(worker, id -> new LinkedHashSet<>()).add(entry);
    }

    private void letGo(Entry<LiveTask> entry) {
        var worker = entry.task().worker;
        if (worker == null) return;
        entry.task().worker = null;
        byWorker.computeIfPresent(worker, (id, tasks) -> {
            tasks.remove(entry);
            return tasks.isEmpty() ? null : tasks;
        });
    }

    /** The schedule follows what became of a task that a worker or the clock changed. */
    void follow(LiveTask task, boolean engineStopped) {
        switch (task.task.status()) {
            case SUCCEEDED, FAILED, CANCELLED -> end(task, engineStopped);
            case RETRYING -> rest(task);
            case RUNNING, PENDING -> {}
        }
    }

    private void rest(LiveTask task) {
        var entry = entry(task);
        letGo(entry);
        schedule.rest(entry);
        setTimer(entry);
    }

    /** Its engine may still be at it: then that slot stays taken. */
    private void end(LiveTask task, boolean engineStopped) {
        var entry = entry(task);
        live.remove(task.task.id());
        if (engineStopped) schedule.end(entry);
        else schedule.endWhileEngineRuns(entry);
        if (entry.isStopping()) stopping.put(task.task.id(), entry);
        else letGo(entry);
    }

    /** The engine of an ended task has stopped. */
    void stopped(LiveTask task) {
        var entry = stopping.remove(task.task.id());
        if (entry == null) throw new IllegalStateException("does not stop: " + task.task);
        letGo(entry);
        schedule.stopped(entry);
    }

    /** The ended tasks whose engines have not stopped, as they are now. */
    List<Stopping> stopping() {
        if (stopping.isEmpty()) return List.of();
        var now = new ArrayList<Stopping>(stopping.size());
        for (var entry : stopping.values()) {
            var task = entry.task();
            if (task.worker != null)
                now.add(new Stopping(task.task, task.row, task.last, task.worker));
        }
        return now;
    }

    /** An account's slots or weight were set. */
    void accountLimited(AccountId account) {
        schedule.accountLimited(account.number());
    }

    /** A key's slots were set. */
    void keyLimited(AccountId account, KeyId key) {
        schedule.keyLimited(account.number(), key.number());
    }

    /** An engine's slots were set. */
    void engineLimited(EngineName engine) {
        schedule.engineLimited(engine);
    }

    void addCapacity(EngineName engine, int slots) {
        schedule.addCapacity(engine, slots);
    }

    /** It rests, and the clock changes it next. */
    void setTimer(LiveTask task) {
        setTimer(entry(task));
    }

    private void setTimer(Entry<LiveTask> entry) {
        schedule.wakeAt(entry, entry.task().nextWake(entry.isResting()));
    }

    /** When the clock next changes something. */
    Instant nextWake() {
        return schedule.nextWake();
    }

    /** Up to so many tasks that the clock changes now. */
    List<LiveTask> due(Instant now, int limit) {
        return schedule.due(now, limit).stream().map(Entry::task).toList();
    }

    /** Forgets everything. */
    void clear() {
        schedule.clear();
        live.clear();
        stopping.clear();
        byWorker.clear();
    }
}
