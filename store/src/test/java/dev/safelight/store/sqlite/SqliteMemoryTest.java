package dev.safelight.store.sqlite;

import dev.safelight.testkit.contract.StoreHarness;
import dev.safelight.testkit.contract.TaskStoreContract;
import dev.safelight.testkit.time.VirtualTime;

import java.util.concurrent.atomic.AtomicLong;

class SqliteMemoryTest extends TaskStoreContract {
    private static final AtomicLong NAMES = new AtomicLong();

    @Override
    protected StoreHarness open(VirtualTime clock) {
        var name = "contract-" + NAMES.incrementAndGet();
        return new SqliteHarness(new StoreSettings.Location.Memory(name), clock);
    }
}
