package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How SQLite reads what could be long: along which index, and without sorting. */
class QueryPlanTest {
    private static final AccountId ACCOUNT = new AccountId(1);

    @TempDir
    Path folder;

    private Db db;

    @BeforeEach
    void open() {
        var file = new StoreSettings.Location.File(folder.resolve("s.db"));
        var connector = new Connector(new StoreSettings(file, 1, 100), CommitGate.OPEN);
        connector.prepare();
        db = connector.connect();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static List<String> plan(Statement explained) {
        var steps = new ArrayList<String>();
        explained.each(row -> {
            row.number();
            row.number();
            row.number();
            steps.add(row.text());
        });
        return steps;
    }

    private List<String> planOf(String file, String name) {
        var sql = SqlFile.load(Connector.class, file).get(name);
        return plan(db.prepare("EXPLAIN QUERY PLAN " + sql));
    }

    private List<String> listing(
            Set<TaskStatus> statuses, @Nullable Session session, Map<String, String> metadata) {
        var query = new ListQuery(new TaskFilter(statuses, session, null, metadata, 99L, 10));
        var explained = db.prepare("EXPLAIN QUERY PLAN " + SqliteReads.COLUMNS + query.from());
        var steps = plan(query.bind(explained, ACCOUNT, new Names()));
        assertThat(steps).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(steps).noneMatch(step -> step.contains("TEMP B-TREE"));
        return steps;
    }

    @Test
    void what_is_live_is_read_along_its_index() {
        assertThat(planOf("statements.sql", "read-live").getFirst()).contains("INDEX task_live");
        assertThat(planOf("reads.sql", "count-live").getFirst()).contains("INDEX task_live");
    }

    @Test
    void idempotency_keys_are_found_moved_and_dropped_by_their_table_s_key() {
        assertThat(planOf("statements.sql", "find-keys"))
                .containsExactly("SEARCH idempotency USING PRIMARY KEY (day=? AND key=?)");
        assertThat(planOf("statements.sql", "drop-keys"))
                .first()
                .isEqualTo("SEARCH idempotency USING PRIMARY KEY (day=? AND key<?)");
        for (var name : List.of("read-keyed-tasks", "read-recent-keys", "first-day-of-keys"))
            assertThat(planOf("statements.sql", name)).noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void a_listing_goes_down_the_account() {
        assertThat(listing(Set.of(), null, Map.of()).getFirst())
                .contains("INDEX task_account (account=? AND n<?)");
        assertThat(listing(Set.of(TaskStatus.PENDING, TaskStatus.FAILED), null, Map.of())
                        .getFirst())
                .contains("INDEX task_account (account=? AND n<?)");
    }

    @Test
    void a_listing_of_what_is_under_way_passes_over_the_history() {
        assertThat(listing(Set.of(TaskStatus.RUNNING), null, Map.of()).getFirst())
                .contains("INDEX task_live (account=? AND n<?)");
    }

    @Test
    void a_listing_of_what_failed_passes_over_what_succeeded() {
        assertThat(listing(Set.of(TaskStatus.FAILED), null, Map.of()).getFirst())
                .contains("INDEX task_unhappy (account=? AND n<?)");
        assertThat(listing(Set.of(TaskStatus.CANCELLED, TaskStatus.FAILED), null, Map.of())
                        .getFirst())
                .contains("INDEX task_unhappy (account=? AND n<?)");
    }

    @Test
    void a_listing_by_metadata_goes_down_the_label() {
        for (var statuses : List.of(Set.<TaskStatus>of(), Set.of(TaskStatus.RUNNING))) {
            assertThat(listing(statuses, null, Map.of("a", "1", "b", "2")).getFirst())
                    .contains("SEARCH d USING PRIMARY KEY")
                    .contains("(account=? AND name=? AND value=? AND task<?)");
        }
    }

    @Test
    void a_listing_of_a_session_goes_down_the_session() {
        var session = new Session(new SessionId(new Id(1, 2)), ACCOUNT, "a", Instant.EPOCH, 7);
        assertThat(listing(Set.of(), session, Map.of()).getFirst())
                .contains("INDEX task_session (session=? AND n<?)");
    }
}
