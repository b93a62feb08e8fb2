package dev.safelight.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.engine.WorkerPorts;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.simulation.MemoryBlobs;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

class WorkerTest {
    private static final int SPINNING = 100;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final Random random = new Random(1);
    private final Ids ids = new Ids(time, random);
    private final List<Machine> machines = new ArrayList<>();
    private final List<SqliteStore> stores = new ArrayList<>();

    @AfterEach
    void close() {
        machines.forEach(Machine::kill);
        stores.forEach(SqliteStore::close);
    }

    private SqliteStore store(int queueLimit) {
        var around = new SqliteStore.Surroundings(
                changes -> machines.forEach(machine -> machine.committed(changes)),
                () -> {},
                Runnable::run,
                random,
                CommitGate.OPEN);
        var location = new StoreSettings.Location.Memory("worker-" + queueLimit);
        stores.add(SqliteStore.open(new StoreSettings(location, 1, queueLimit), around));
        return stores.getFirst();
    }

    private Machine machine(SqliteStore store) {
        var ports = new WorkerPorts(store.tasks(), store.jobs(), new MemoryBlobs(), ids, time);
        machines.add(new Machine("node-1", ports, time));
        return machines.getFirst();
    }

    /** Lets both do all that there is to do at this moment. */
    private void settle(SqliteStore store, Machine machine) {
        for (int turns = 0; turns < SPINNING; turns++) {
            store.writer().step(time.instant());
            if (machine.canStep(time.instant())) machine.step(time.instant());
            else if (machine.canRun(time.instant())) machine.run(random);
            else return;
        }
        throw new AssertionError("it never rests");
    }

    private Principal account(SqliteStore store) {
        var key = KeyText.mint(Mode.TEST, random);
        var open = store.accounts()
                .open(new NewKey("a", Mode.TEST, key, new Credits(100), new KeyLimits(0, 0, 0)));
        store.writer().step(time.instant());
        return open.join();
    }

    @Test
    void a_store_that_takes_nothing_is_not_asked_over_and_over() {
        var store = store(0);
        var machine = machine(store);
        settle(store, machine);
        assertThat(machine.nextWake(time.instant())).isAfter(time.instant());
    }

    @Test
    void once_dismissed_it_enters_again_as_soon_as_it_hears_of_it() {
        var store = store(100);
        var machine = machine(store);
        settle(store, machine);
        // Somebody else came in under its node's name: its leases ended, its claim came back empty.
        var _ = store.tasks().enter(new NewWorker("node-1", Duration.ofHours(1), Map.of()));
        settle(store, machine);
        var who = account(store);
        var id = new TaskId(ids.next(1));
        var plan = new Plan(1, Plan.Kind.SUCCEED, 0, 1);
        var _ = store.tasks().submit(Order.by(who).saying(plan.json()).as(id));
        settle(store, machine);
        assertThat(store.reads().find(who.account(), id).join().orElseThrow().status())
                .isEqualTo(TaskStatus.SUCCEEDED);
    }
}
