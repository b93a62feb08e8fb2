package dev.safelight.app.proof;

import dev.safelight.app.Limits;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskRules;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;

import java.nio.file.Path;
import java.util.Random;

/** What a server that has ended left in its data folder. */
final class Remains {
    private Remains() {}

    static SqliteStore store(Path data) {
        var around = new SqliteStore.Surroundings(
                new TaskRules(Retries.DEFAULT),
                changes -> {},
                () -> {},
                Runnable::run,
                new Random(1),
                CommitGate.OPEN);
        var location = new StoreSettings.Location.File(data.resolve("safelight.db"));
        return SqliteStore.open(new StoreSettings(location, Limits.USUAL.store()), around);
    }

    /** What the uploads of all accounts take, as the store counts it. */
    static long uploadedBytes(SqliteStore store) {
        var accounts = store.registry().list(null, 100).join().entries();
        return accounts.stream()
                .mapToLong(account -> store.uploads().used(account.number()).join())
                .sum();
    }
}
