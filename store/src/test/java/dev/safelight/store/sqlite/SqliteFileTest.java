package dev.safelight.store.sqlite;

import dev.safelight.testkit.contract.StoreHarness;
import dev.safelight.testkit.contract.TaskStoreContract;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SqliteFileTest extends TaskStoreContract {
    @TempDir
    Path folder;

    @Override
    protected StoreHarness open(VirtualTime clock) {
        return new SqliteHarness(new StoreSettings.Location.File(folder.resolve("s.db")), clock);
    }
}
