package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Request;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.Terms;
import dev.safelight.core.task.Write;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

class SqliteStoreTest {
    private static final EngineName ENGINE = new EngineName("sandbox");
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_task_lives_from_submit_to_success(@TempDir Path folder) {
        var around = new SqliteStore.Surroundings(
                changes -> {}, () -> {}, Runnable::run, new Random(1), CommitGate.OPEN);
        var location = new StoreSettings.Location.File(folder.resolve("s.db"));
        try (var store = SqliteStore.open(new StoreSettings(location, 1, 1000), around)) {
            var key = KeyText.mint(Mode.LIVE, new Random(2));
            var who = done(
                    store,
                    store.accounts()
                            .open(new NewKey(
                                    "first",
                                    Mode.LIVE,
                                    key,
                                    new Credits(1000),
                                    KeyLimits.DEFAULT)));
            var worker = done(
                    store,
                    store.tasks()
                            .enter(new NewWorker(
                                    "node", Duration.ofSeconds(30), Map.of(ENGINE, 2))));
            var ids = new Ids(() -> now, new Random(3));
            var task = new NewTask(
                    new TaskId(ids.next(1)),
                    new Owner(who.account(), who.key()),
                    null,
                    new Route(ToolName.GENERATE_IMAGE, "m", ENGINE),
                    new Terms(5, new Credits(80), Duration.ofHours(1), Duration.ofMinutes(5)),
                    new Request(
                            "{\"prompt\":\"x\"}",
                            Map.of("a", "b"),
                            Fingerprint.of("x"),
                            Fingerprint.of("k"),
                            "{}"));
            var accepted = done(store, store.tasks().submit(task));
            assertThat(accepted).isInstanceOf(Submission.Accepted.class);
            assertThat(done(store, store.tasks().submit(task)))
                    .isInstanceOf(Submission.Replayed.class);
            var lease = done(store, store.tasks().claim(worker, ENGINE, 5)).getFirst();
            assertThat(done(store, store.tasks().progress(lease, 40))).isEqualTo(Write.STORED);
            assertThat(store.reads()
                            .find(who.account(), task.id())
                            .join()
                            .orElseThrow()
                            .progress())
                    .isEqualTo(40);
            assertThat(done(store, store.tasks().complete(lease, new Result(List.of(), "{}"))))
                    .isEqualTo(Write.STORED);
            var view = store.reads().find(who.account(), task.id()).join().orElseThrow();
            assertThat(view.status()).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(store.ledger().book(who.account()).join().spent()).isEqualTo(80);
            assertThat(store.reads().log(who.account(), task.id(), 0, 10).join())
                    .hasSize(4);
        }
    }

    private <T> T done(SqliteStore store, CompletableFuture<T> answer) {
        store.writer().step(now);
        return answer.join();
    }
}
