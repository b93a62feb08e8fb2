package dev.safelight.store.sqlite;

import dev.safelight.testkit.contract.StoreHarness;
import dev.safelight.testkit.contract.TaskStoreContract;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SqliteFileTest extends TaskStoreContract {
    @TempDir
    Path folder;

    private int files;

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

    private StoreHarness open(VirtualTime clock, StoreSettings.Limits limits) {
        // A test may open more than one.
        var file = folder.resolve(files++ + ".db");
        return new SqliteHarness(
                new StoreSettings(new StoreSettings.Location.File(file), limits), clock);
    }
}
