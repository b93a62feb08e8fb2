package dev.safelight.store.sqlite;

import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who waits for what, who owns which slots, and when the clock has a say: all tasks that can still
 * change, in memory. It is derived from the rows and rebuilt from them at start and when a batch
 * fails; only pending claims outlive that. Confined to the writer thread.
 */
final class Schedule {
    private final Map<EngineName, Lane> lanes = new LinkedHashMap<>();
    private final Map<Long, Live> lives = new HashMap<>();
    private final Map<Long, Live> stopping = new HashMap<>();
    private final TreeSet<Live> timers = new TreeSet<>();
    private List<Stopping> kept = List.of();

    Lane lane(EngineName engine) {
        return lanes.computeIfAbsent(engine, Lane::new);
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    /** The task of this row, or null once it has ended. */
    @Nullable
    Live find(long row) {
        return lives.get(row);
    }

    /** The ended task of this row whose engine has not stopped yet, or null. */
    @Nullable
    Live findStopping(long row) {
        return stopping.get(row);
    }

    int size() {
        return lives.size();
    }

    /** Takes a task up; it stands nowhere yet. */
    void add(Live live) {
        lives.put(live.row(), live);
    }

    /** It waits for its slots from here on. */
    void enqueue(Live live) {
        live.lane.enqueue(live);
        live.lane.dispatch();
        setTimer(live);
    }

    /** A worker has it; it owned its slots already. */
    void run(Live live, Worker worker) {
        live.lane.ready.remove(live);
        occupy(live, worker);
    }

    private void occupy(Live live, Worker worker) {
        live.place = Live.Place.RUNNING;
        live.worker = worker;
        worker.tasks.add(live);
        setTimer(live);
    }

    /** Takes its slots again after a rebuild: it was running. */
    void resume(Live live, Worker worker) {
        live.account.slots.take();
        live.key.take();
        live.lane.takeSlot();
        occupy(live, worker);
    }

    /** Takes the engine's slot again after a rebuild: it had ended, its engine has not stopped. */
    void resumeStopping(Live live, Worker worker) {
        live.lane.takeSlot();
        live.place = Live.Place.STOPPING;
        live.worker = worker;
        worker.tasks.add(live);
        stopping.put(live.row(), live);
    }

    /** The ended tasks whose engines have not stopped, as they are now. */
    List<Stopping> stopping() {
        if (stopping.isEmpty()) return List.of();
        var now = new ArrayList<Stopping>(stopping.size());
        for (var live : stopping.values()) {
            if (live.worker != null) now.add(new Stopping(live.task, live.last, live.worker.id));
        }
        return now;
    }

    /** Remembers them as of a commit, for when a later batch fails. */
    void keep(List<Stopping> committed) {
        kept = committed;
    }

    List<Stopping> kept() {
        return kept;
    }

    /** An attempt is over and the next one is not due: it owns nothing. */
    void rest(Live live) {
        detach(live);
        live.place = Live.Place.RESTING;
        setTimer(live);
    }

    /** It has ended. Its engine may still be at it: then that slot stays taken. */
    void end(Live live, boolean engineStopped) {
        lives.remove(live.row());
        timers.remove(live);
        live.wake = Instant.MAX;
        if (engineStopped || live.place != Live.Place.RUNNING) {
            detach(live);
            return;
        }
        live.place = Live.Place.STOPPING;
        stopping.put(live.row(), live);
        giveAccountSlots(live);
    }

    /** The engine of an ended task has stopped. */
    void stopped(Live live) {
        stopping.remove(live.row());
        leaveWorker(live);
        live.lane.giveSlot();
        live.lane.dispatch();
    }

    private void detach(Live live) {
        switch (live.place) {
            case WAITING -> live.lane.dequeue(live);
            case READY -> {
                live.lane.ready.remove(live);
                giveSlots(live);
            }
            case RUNNING -> {
                leaveWorker(live);
                giveSlots(live);
            }
            case RESTING, STOPPING -> {}
        }
    }

    private static void leaveWorker(Live live) {
        if (live.worker != null) live.worker.tasks.remove(live);
        live.worker = null;
    }

    private static void giveSlots(Live live) {
        live.lane.giveSlot();
        giveAccountSlots(live);
        live.lane.dispatch();
    }

    /** The account's next task, in whichever lane, gets the slots in the same transaction. */
    private static void giveAccountSlots(Live live) {
        live.account.slots.give();
        live.key.give();
        Lane.relist(live.account);
        for (var queue : List.copyOf(live.account.queues)) queue.lane.dispatch();
    }

    /** Puts it among the timers by its state as it is now. */
    void setTimer(Live live) {
        Instant wake = live.nextWake();
        if (wake.equals(live.wake)) return;
        timers.remove(live);
        live.wake = wake;
        timers.add(live);
    }

    /** When the clock next has a say. */
    Instant nextWake() {
        return timers.isEmpty() ? Instant.MAX : timers.first().wake;
    }

    /** Up to so many tasks about which the clock has a say now. */
    List<Live> due(Instant now, int limit) {
        var due = new ArrayList<Live>();
        for (var live : timers) {
            if (live.wake.isAfter(now) || due.size() == limit) break;
            due.add(live);
        }
        return due;
    }

    /** Forgets everything but the claims that wait and what is not in the rows. */
    void clear() {
        var claims = new LinkedHashMap<EngineName, List<Op.Claim>>();
        lanes.forEach((engine, lane) -> claims.put(engine, List.copyOf(lane.claims)));
        lanes.clear();
        lives.clear();
        stopping.clear();
        timers.clear();
        claims.forEach((engine, waiting) -> lane(engine).claims.addAll(waiting));
    }
}
