package dev.safelight.store.simulation;

import dev.safelight.core.engine.WorkerPorts;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.Waits;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;
import dev.safelight.testkit.simulation.Mailbox;
import dev.safelight.testkit.simulation.Turns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** One boot of the server: the store with its writer, two workers, the hub of waits. */
final class Boot {
    final SqliteStore store;
    final Waits waits;
    private final Mailbox readers = new Mailbox();
    private final Mailbox deliveries = new Mailbox();
    private final List<Machine> machines = new ArrayList<>();
    private final Turns writer;
    private final Turns waiting;
    private boolean killed;

    /**
     * @param broken is told when a worker was answered what must not be
     */
    Boot(String name, World world, Consumer<Throwable> broken) {
        var time = world.time;
        var random = world.random;
        var around = new SqliteStore.Surroundings(
                this::committed, this::wakeWriter, readers, random, world.faults);
        var location = new StoreSettings.Location.Memory(name);
        store = SqliteStore.open(new StoreSettings(location, 1, 10_000), around);
        waits = new Waits(store.reads(), deliveries);
        writer = new Turns(store.writer());
        waiting = new Turns(waits::step);
        var tasks = new Witness(store.tasks(), broken);
        var ports = new WorkerPorts(tasks, store.jobs(), world.blobs, new Ids(time, random), time);
        machines.add(new Machine("node-1", ports, time));
        machines.add(new Machine("node-2", ports, time));
    }

    private void committed(List<TaskChange> changes) {
        waits.committed(changes);
        machines.forEach(machine -> machine.committed(changes));
    }

    private void wakeWriter() {
        if (writer != null) writer.wake();
    }

    /** Called when somebody began to wait: it may be the one whose time is up first. */
    void wakeWaits() {
        waiting.wake();
    }

    boolean isKilled() {
        return killed;
    }

    /** Does one of the things that can be done now; false when there is none. */
    boolean turn(Instant now, Random random) {
        var able = new ArrayList<Runnable>();
        if (writer.isDue(now)) able.add(() -> writer.take(now));
        if (waiting.isDue(now)) able.add(() -> waiting.take(now));
        if (!readers.isEmpty()) able.add(() -> readers.runOne(random));
        if (!deliveries.isEmpty()) able.add(() -> deliveries.runOne(random));
        for (var machine : machines) {
            if (machine.canHear(now)) able.add(machine::hear);
            if (machine.canStep(now)) able.add(() -> machine.step(now));
            if (machine.canRun(now)) able.add(() -> machine.run(random));
        }
        if (able.isEmpty()) return false;
        able.get(random.nextInt(able.size())).run();
        return true;
    }

    /** When something happens if nobody does anything. */
    Instant nextWake(Instant now) {
        var next = writer.next().isBefore(waiting.next()) ? writer.next() : waiting.next();
        for (var machine : machines) {
            var wake = machine.nextWake(now);
            if (wake.isBefore(next)) next = wake;
        }
        return next;
    }

    Machine machine(Random random) {
        return machines.get(random.nextInt(machines.size()));
    }

    boolean isIdle() {
        return machines.stream().allMatch(Machine::isIdle);
    }

    /** Ends it where it stands: what is not on disk is gone, and nobody is told. */
    void kill() {
        killed = true;
        machines.forEach(Machine::kill);
        store.close();
    }
}
