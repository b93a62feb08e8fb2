package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.feed.Feed;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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

    private static final int PAGE = 1_000;

    private final List<LogEntry> entries = new ArrayList<>();
    private final Set<String> accepted = new HashSet<>();

    LogJudge(Path data, List<String[]> history) {
        for (var line : history) {
            if (line[0].equals("accepted")) accepted.add(line[2]);
        }
        try (var store = Remains.store(data)) {
            var account = store.accounts()
                    .find(new KeyText(ServerProcess.KEY).digest(), Instant.MIN)
                    .orElseThrow();
            read(store.feed(), account.account());
        }
    }

    /** In the order of the commits. */
    private void read(Feed feed, AccountId account) {
        var page = feed.read(account, null, PAGE).join();
        page.entries().forEach(entry -> add(entry.event()));
        while (!page.isLast()) {
            page = feed.read(account, page.next(), PAGE).join();
            page.entries().forEach(entry -> add(entry.event()));
        }
    }

    private void add(FeedEvent event) {
        if (event instanceof FeedEvent.TaskChanged(var task, var entry)
                && accepted.contains("task_" + task)) entries.add(entry);
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
        return switch (entry.event()) {
            case TaskEvent.Retried(var failure, var due) -> failure.code();
            case TaskEvent.Failed(var failure) -> failure.code();
            case TaskEvent other -> throw new IllegalStateException("no failure: " + other);
        };
    }
}
