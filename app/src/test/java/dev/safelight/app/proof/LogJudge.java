package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskReads;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads the log of every task in the folder of a server that has ended: the clock took no attempt
 * and no task away, and by the log itself time only passed, and no more of it than really did.
 */
final class LogJudge {
    /** What a sandbox run can come to when it is left alone. */
    private static final Set<FailureCode> THE_ENGINES_OWN =
            Set.of(FailureCode.MODEL_ERROR, FailureCode.ENGINE_CRASHED);

    private final List<LogEntry> entries = new ArrayList<>();

    LogJudge(Path data, List<String[]> history) {
        try (var store = Remains.store(data)) {
            var account = store.accounts().find(new KeyText(ServerProcess.KEY)).orElseThrow();
            for (var line : history) {
                if (line[0].equals("accepted")) read(store.reads(), account.account(), line[2]);
            }
        }
        entries.sort(Comparator.comparingLong(LogEntry::change));
    }

    private void read(TaskReads reads, AccountId account, String task) {
        var id = new TaskId(Id.parse(task.substring("task_".length())).orElseThrow());
        entries.addAll(reads.log(account, id, 0, 1_000).join());
    }

    void judge(Duration most) {
        assertThat(entries).isNotEmpty();
        for (var entry : entries) {
            if (entry.kind() == TaskEvent.Kind.RETRIED || entry.kind() == TaskEvent.Kind.FAILED)
                assertThat(codeOf(entry)).as("%s", entry).isIn(THE_ENGINES_OWN);
        }
        Instant before = Instant.MIN;
        for (var entry : entries) {
            assertThat(entry.at()).as("%s", entry).isAfterOrEqualTo(before);
            before = entry.at();
        }
        var passed = Duration.between(entries.getFirst().at(), entries.getLast().at());
        assertThat(passed).as("by the log").isLessThan(most);
    }

    private static FailureCode codeOf(LogEntry entry) {
        var body = JsonMapper.shared().readTree(entry.body());
        return FailureCode.valueOf(body.get("code").asString());
    }
}
