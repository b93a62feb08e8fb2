package dev.safelight.store.sqlite;

import dev.safelight.testkit.contract.StoreHarness;
import dev.safelight.testkit.contract.TaskStoreContract;
import dev.safelight.testkit.time.VirtualTime;

import java.util.concurrent.atomic.AtomicLong;

class SqliteMemoryTest extends TaskStoreContract {
    private static final AtomicLong NAMES = new AtomicLong();

    @Override
    protected StoreHarness open(VirtualTime clock) {
        return open(clock, StoreLimits.ROOMY.writes().liveTasks());
    }

    @Override
    protected StoreHarness open(VirtualTime clock, long liveTasks) {
        return open(clock, StoreLimits.ROOMY.withLiveTasks(liveTasks));
    }

    @Override
    protected StoreHarness openForBacklog(VirtualTime clock, long waiting) {
        return open(clock, StoreLimits.ROOMY.withWaitingDeliveries(waiting));
    }

    private static StoreHarness open(VirtualTime clock, StoreSettings.Limits limits) {
        var name = "contract-" + NAMES.incrementAndGet();
        return new SqliteHarness(
                new StoreSettings(new StoreSettings.Location.Memory(name), limits), clock);
    }
}
