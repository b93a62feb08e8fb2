package dev.safelight.store.sqlite.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.store.sqlite.files.FileTables;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Places;
import dev.safelight.store.sqlite.rows.Statements;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How SQLite reads what could be long: along which index, and without sorting. */
class QueryPlanTest {
    private static final SqlFile WRITES = Statements.WRITES;
    private static final SqlFile FILES = Statements.load(FileTables.class, "files.sql");
    private static final SqlFile READS = Statements.load(ReadPool.class, "reads.sql");
    private static final AccountId ACCOUNT = new AccountId(1);

    @TempDir
    Path folder;

    private Db db;

    @BeforeEach
    void open() {
        var connections = Connections.toFile(folder.resolve("s.db"));
        connections.prepare().close();
        db = connections.connect();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Query<String> explaining(String sql) {
        return db.query("EXPLAIN QUERY PLAN " + sql, columns -> {
            int detail = columns.at("detail");
            return row -> row.text(detail);
        });
    }

    private List<String> planOf(SqlFile file, String name) {
        return explaining(file.get(name)).all();
    }

    private List<String> listing(
            Set<TaskStatus> statuses, @Nullable SessionId session, Map<String, String> metadata) {
        return listingOf(statuses, new TaskFilter.Origin(session, null, null, null), metadata);
    }

    private List<String> listingOf(
            Set<TaskStatus> statuses, TaskFilter.Origin origin, Map<String, String> metadata) {
        var query = new ListQuery(new TaskFilter(statuses, origin, metadata, Places.of(99), 10));
        var explained = explaining("SELECT " + ReadPool.fragment("view-columns") + query.from());
        var steps = query.bind(explained, ACCOUNT, new NameTable(), 11).all();
        assertThat(steps).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(steps).noneMatch(step -> step.contains("TEMP B-TREE"));
        return steps;
    }

    private List<String> delivering(String which) {
        var steps = explaining("SELECT " + ReadPool.fragment("delivery-columns") + " WHERE "
                        + ReadPool.fragment(which))
                .all();
        assertThat(steps).noneMatch(step -> step.startsWith("SCAN d"));
        return steps;
    }

    @Test
    void what_is_live_is_read_along_its_index() {
        assertThat(planOf(WRITES, "read-live").getFirst()).contains("INDEX task_live");
        assertThat(planOf(READS, "count-live").getFirst()).contains("INDEX task_live");
    }

    @Test
    void idempotency_keys_are_found_moved_and_dropped_by_their_table_s_key() {
        assertThat(planOf(WRITES, "find-keys"))
                .containsExactly("SEARCH idempotency USING PRIMARY KEY (day=? AND key=?)");
        assertThat(planOf(WRITES, "drop-keys"))
                .first()
                .isEqualTo("SEARCH idempotency USING PRIMARY KEY (day=? AND key<?)");
        for (var name : List.of("read-keyed-tasks", "read-recent-keys", "first-day-of-keys"))
            assertThat(planOf(WRITES, name)).noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void files_of_tasks_are_found_from_either_side() {
        assertThat(planOf(READS, "job-files").getFirst())
                .isEqualTo("SEARCH i USING PRIMARY KEY (task=?)");
        assertThat(planOf(WRITES, "find-file"))
                .containsExactly("SEARCH asset USING INDEX asset_id (id=?)");
        assertThat(planOf(WRITES, "drop-files"))
                .containsExactly("SEARCH task_file USING PRIMARY KEY (task=?)");
        assertThat(planOf(READS, "digests"))
                .anyMatch(step -> step.contains("INDEX task_file_asset (asset=?)"));
    }

    @Test
    void a_search_reads_words_newest_first_and_vectors_along_the_account() {
        assertThat(planOf(READS, "with-words").getFirst())
                .startsWith("SCAN file_word VIRTUAL TABLE");
        assertThat(planOf(READS, "with-words")).noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(planOf(READS, "vectors"))
                .containsExactly("SEARCH searchable USING INDEX searchable_account"
                        + " (account=? AND place>?)");
        assertThat(planOf(READS, "unindexed-uploads").getFirst())
                .isEqualTo("SEARCH a USING INDEX asset_upload (n>?)");
        assertThat(planOf(READS, "unindexed-made"))
                .noneMatch(step -> step.startsWith("SCAN a") || step.contains("TEMP B-TREE"));
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
        var session = new SessionId(new Id(1, 2));
        assertThat(listing(Set.of(), session, Map.of()).getFirst())
                .contains("INDEX task_session (session=? AND n<?)");
    }

    @Test
    void what_is_to_be_told_is_read_along_its_indexes() {
        assertThat(delivering("fresh").getFirst()).contains("INDEX delivery_fresh (n>?)");
        assertThat(delivering("due-of-endpoint").getFirst()).contains("INDEX delivery_line");
        assertThat(delivering("due-callbacks").getFirst()).contains("INDEX delivery_line");
    }

    @Test
    void lines_are_found_by_leaping_from_one_to_the_next() {
        assertThat(planOf(READS, "lines-due"))
                .noneMatch(step -> step.startsWith("SCAN delivery") || step.startsWith("SCAN d"))
                .noneMatch(step -> step.startsWith("SCAN e"))
                .anyMatch(step -> step.contains("INDEX delivery_line (endpoint>?)"))
                .anyMatch(step -> step.contains("INDEX delivery_line (endpoint=? AND due<?)"));
        assertThat(planOf(READS, "replays"))
                .anyMatch(step -> step.contains("INDEX delivery_line (endpoint=?)"));
    }

    @Test
    void what_an_endpoint_was_told_of_an_entry_is_found_by_the_entry() {
        assertThat(planOf(WRITES, "find-told"))
                .containsExactly(
                        "SEARCH delivery USING INDEX delivery_told (change=? AND endpoint=?)");
        assertThat(planOf(WRITES, "read-facts")).noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void the_backlog_is_counted_along_the_indexes_of_what_waits() {
        assertThat(planOf(WRITES, "count-lined-up"))
                .containsExactly("SEARCH delivery USING COVERING INDEX delivery_line (endpoint>?)");
        assertThat(planOf(WRITES, "count-fresh").getFirst()).contains("INDEX delivery_fresh");
        assertThat(planOf(WRITES, "line-up-fresh"))
                .anyMatch(step -> step.contains("INDEX delivery_fresh"))
                .noneMatch(step -> step.equals("SCAN delivery"));
    }

    @Test
    void an_accounts_log_and_deliveries_are_read_along_a_stretch_of_the_numbers() {
        assertThat(delivering("deliveries-of-account"))
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .first()
                .isEqualTo("SEARCH d USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
        assertThat(planOf(READS, "feed"))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"))
                .first()
                .isEqualTo("SEARCH e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
    }

    @Test
    void what_a_key_has_spent_is_read_from_its_own_tasks_of_the_window() {
        assertThat(planOf(WRITES, "seed-spend"))
                .filteredOn(step -> step.contains("task"))
                .containsExactly("SEARCH task USING INDEX task_key (key=? AND created>?)");
        assertThat(planOf(WRITES, "other-operator").getFirst()).contains("INDEX api_key_operator");
    }

    @Test
    void a_listing_of_a_key_goes_down_the_account_in_its_order() {
        var origin = new TaskFilter.Origin(null, new KeyId(1), null, null);
        assertThat(listingOf(Set.of(), origin, Map.of()).getFirst())
                .contains("INDEX task_account (account=? AND n<?)");
    }

    @Test
    void what_was_done_to_or_by_an_account_goes_down_an_index() {
        var columns = "SELECT 1 FROM audit d WHERE ";
        assertThat(explaining(columns + READS.get("audit-of-account")).all())
                .contains("SEARCH audit USING COVERING INDEX audit_account (account=? AND n<?)")
                .contains("SEARCH audit USING COVERING INDEX audit_actor (actor=? AND n<?)")
                .contains("SEARCH d USING INTEGER PRIMARY KEY (rowid=?)");
        assertThat(planOf(WRITES, "count-keys").getFirst()).contains("INDEX api_key_active");
        assertThat(planOf(READS, "usage"))
                .anyMatch(step -> step.contains("INDEX task_live (account=?)"))
                .anyMatch(step -> step.contains("storage USING INTEGER PRIMARY KEY"));
        assertThat(planOf(READS, "postings")).noneMatch(step -> step.startsWith("SCAN e"));
        assertThat(planOf(READS, "keys"))
                .anyMatch(step -> step.contains("INDEX api_key_account (account=? AND n<?)"));
    }

    @Test
    void what_is_dropped_with_an_endpoint_is_found_along_the_indexes_of_what_waits() {
        assertThat(planOf(WRITES, "drop-deliveries"))
                .noneMatch(step -> step.equals("SCAN delivery"))
                .anyMatch(step -> step.contains("INDEX delivery_line (endpoint=?)"));
    }

    private List<String> ofFiles(String which) {
        return explaining("SELECT " + ReadPool.fragment("file-columns") + " WHERE "
                        + ReadPool.fragment(which))
                .all();
    }

    @Test
    void an_accounts_files_are_read_in_the_order_of_their_updates() {
        assertThat(ofFiles("files-of-account"))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"))
                .anyMatch(step ->
                        step.contains("INDEX asset_listed (account=? AND <expr>>? AND <expr><?)"));
        assertThat(planOf(READS, "stretch-of-files"))
                .containsExactly("SEARCH a USING INDEX asset_listed (account=? AND <expr><?)");
        assertThat(ofFiles("file")).anyMatch(step -> step.contains("INDEX asset_id (id=?)"));
        assertThat(ofFiles("public-file"))
                .anyMatch(step -> step.contains("INDEX asset_preview (preview=?)"));
    }

    @Test
    void what_was_not_looked_at_goes_on_from_its_place() {
        assertThat(planOf(READS, "next-upload").getFirst()).contains("INDEX asset_upload (n>?)");
        assertThat(planOf(READS, "next-made"))
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .first()
                .isEqualTo("SEARCH a USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
        assertThat(planOf(READS, "rendition-digests").getFirst())
                .startsWith("SEARCH rendition USING PRIMARY KEY");
    }

    @Test
    void uploads_that_wait_or_have_ended_are_found_along_their_indexes() {
        assertThat(planOf(FILES, "count-pending").getFirst())
                .contains("INDEX upload_pending (account=? AND until>?)");
        assertThat(planOf(FILES, "forget-uploads"))
                .anyMatch(step -> step.contains("INDEX upload_ended (ended<?)"));
        assertThat(planOf(FILES, "expired-files"))
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .first()
                .asString()
                .contains("INDEX asset_expiring (expires>? AND expires<?)");
    }
}
