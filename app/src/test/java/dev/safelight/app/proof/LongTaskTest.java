package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class LongTaskTest {
    private static final int LEASE_SECONDS = 4;
    private static final int MILLIS = 9_000;

    @TempDir
    Path folder;

    @Test
    void a_task_of_several_leases_runs_once_while_others_come_and_go() throws IOException {
        String task;
        try (var server = new ServerProcess(folder, "--lease-seconds", "" + LEASE_SECONDS);
                var history = new History(folder.resolve("history"))) {
            server.awaitReady();
            var api = new Api(server.port);
            var load = new Load(api, history, Load.QUICK);
            task = load.plant("succeed", MILLIS);
            load.plant("succeed");
            assertThat(api.await(task).get("status").asString()).isEqualTo("COMPLETED");
        }
        assertThat(attempts(task))
                .containsExactly(
                        TaskEvent.Kind.SUBMITTED, TaskEvent.Kind.STARTED, TaskEvent.Kind.SUCCEEDED);
    }

    /** What the log of a server that has ended tells, progress apart. */
    private List<TaskEvent.Kind> attempts(String task) {
        try (var store = Remains.store(folder.resolve("data"))) {
            var account = store.accounts()
                    .find(new KeyText(ServerProcess.KEY).digest(), Instant.MIN)
                    .orElseThrow();
            var id = new TaskId(Id.parse(task.substring("task_".length())).orElseThrow());
            return store.reads().log(account.account(), id, 0, 1_000).join().stream()
                    .map(LogEntry::kind)
                    .filter(kind -> kind != TaskEvent.Kind.PROGRESSED)
                    .toList();
        }
    }
}
