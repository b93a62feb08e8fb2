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
        var name = "contract-" + NAMES.incrementAndGet();
        var limits = StoreLimits.ROOMY.withLiveTasks(liveTasks);
        return new SqliteHarness(
                new StoreSettings(new StoreSettings.Location.Memory(name), limits), clock);
    }
}
