package dev.safelight.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.Waits;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreLimits;
import dev.safelight.store.sqlite.StoreSettings;
import dev.safelight.testkit.simulation.Mailbox;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Random;

class WaitsDeliveryTest {
    private final Random random = new Random(1);

    @Test
    void a_reader_hands_its_answer_over_and_goes_on() {
        var readers = new Mailbox();
        var deliveries = new Mailbox();
        var around = new SqliteStore.Surroundings(
                new TaskRules(Retries.DEFAULT),
                changes -> {},
                () -> {},
                readers,
                random,
                CommitGate.OPEN);
        var location = new StoreSettings.Location.Memory("delivery");
        try (var store = SqliteStore.open(
                new StoreSettings(location, StoreLimits.ROOMY.withQueue(9)), around)) {
            var waits = new Waits(store.reads(), deliveries);
            var nobodys = new TaskId(new Id(1, 2));
            var answer = waits.forEnd(new AccountId(1), nobodys, Instant.MAX);
            readers.runOne(random);
            assertThat(answer).isNotDone();
            deliveries.runOne(random);
            assertThat(answer.join()).isEmpty();
        }
    }
}
