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
        // A test may open more than one.
        var file = folder.resolve(files++ + ".db");
        var limits = StoreLimits.ROOMY.withLiveTasks(liveTasks);
        return new SqliteHarness(
                new StoreSettings(new StoreSettings.Location.File(file), limits), clock);
    }
}
