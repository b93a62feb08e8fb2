package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Scope;
import dev.safelight.core.account.Account;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskHistory;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.Line;
import dev.safelight.core.webhook.Target;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.testkit.audit.Audit;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A folder that a build with the first schema left when it was killed while it worked. */
class EarlierSchemaTest {
    private static final AccountId TESTER = new AccountId(2);
    private static final Instant BACKED_OFF = Instant.ofEpochMilli(1_796_010_990_000L);

    @TempDir
    Path folder;

    private SqliteHarness harness;
    private Scene scene;

    @BeforeEach
    void open() {
        var file = folder.resolve("s.db");
        try (var db = Connections.toFile(file).connect()) {
            db.script(SqlFile.text(EarlierSchemaTest.class, "schema-1-dump.txt"));
        }
        var time = new VirtualTime(Instant.parse("2026-11-30T03:56:00Z"));
        harness = new SqliteHarness(new StoreSettings.Location.File(file), time);
        scene = new Scene(harness, time);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private List<TaskView> tasks() {
        return harness.reads().list(TESTER, TaskFilter.newest(100)).join().tasks();
    }

    private List<LogEntry> log(TaskView view) {
        return harness.reads().log(TESTER, view.id(), 0, 1_000).join();
    }

    /** As the build before told it, word for word; how far an ended task had come is newer. */
    private static String told(TaskView view) {
        var task = view.task();
        return String.join(
                " | ",
                view.id().toString(),
                task.owner().toString(),
                task.route().toString(),
                "" + task.terms().priority(),
                "" + task.terms().hold(),
                "" + task.terms().runLimit(),
                task.state().toString(),
                task.stamp().toString(),
                view.times().toString(),
                view.input().json(),
                new TreeMap<>(view.input().metadata()).toString(),
                "" + view.input().session());
    }

    @Test
    void shows_every_task_and_every_book_as_before() {
        var told = new ArrayList<String>();
        for (long account = 1; account <= 2; account++) {
            var id = new AccountId(account);
            told.add("book " + harness.ledger().book(id).join());
            var page = harness.reads().list(id, TaskFilter.newest(100)).join();
            page.tasks().forEach(view -> told.add(told(view)));
        }
        var before = SqlFile.text(EarlierSchemaTest.class, "schema-1-views.txt");
        assertThat(told).isEqualTo(before.lines().toList());
    }

    @Test
    void has_a_log_that_tells_what_its_rows_tell() {
        for (var view : tasks()) {
            var fold = TaskHistory.view(view.task().header(), log(view));
            // When a retry is due was not written down.
            if (view.state() instanceof TaskState.Retrying)
                assertThat(fold.status()).isEqualTo(TaskStatus.RETRYING);
            else assertThat(fold).isEqualTo(view);
        }
    }

    @Test
    void still_has_to_tell_what_it_had_to_tell() {
        var waiting = harness.deliveries().list(TESTER, null, null, 10).join().deliveries();
        assertThat(waiting)
                .extracting(delivery -> delivery.progress().state())
                .containsExactly(Delivery.State.DECIDED, Delivery.State.LINED_UP);
        var target = (Target.OfEndpoint) waiting.getFirst().target();
        assertThat(target.url()).isEqualTo("https://example.com/hook");
        assertThat(harness.endpoints().list(TESTER, null, 10).join().entries())
                .extracting(endpoint -> endpoint.id())
                .containsExactly(target.endpoint());
    }

    @Test
    void tells_it_in_the_words_and_at_the_times_that_were_decided() {
        var waiting = harness.deliveries().list(TESTER, null, null, 10).join().deliveries();
        assertThat(waiting)
                .extracting(Delivery::progress)
                .containsExactly(
                        new Delivery.Progress(
                                Delivery.State.DECIDED,
                                Instant.ofEpochMilli(1_796_010_900_000L),
                                0,
                                0,
                                "{\"type\":\"task.succeeded\"}"),
                        new Delivery.Progress(
                                Delivery.State.LINED_UP,
                                BACKED_OFF,
                                2,
                                2,
                                "{\"type\":\"task.succeeded\",\"twice\":true}"));
        assertThat(waiting).extracting(Delivery::about).containsExactly(end(1), end(2));
    }

    /** The entry that ended a task, by the words of its submit. */
    private Delivery.About end(int row) {
        var view = tasks().reversed().get(row - 1);
        var last = log(view).getLast();
        assertThat(last.kind()).isEqualTo(TaskEvent.Kind.SUCCEEDED);
        return new Delivery.About.OfTask(view.id(), last.sequence());
    }

    @Test
    void tries_again_no_earlier_than_it_was_to() {
        var endpoint = harness.endpoints()
                .list(TESTER, null, 10)
                .join()
                .entries()
                .getFirst()
                .id();
        var deliveries = harness.deliveries();
        assertThat(deliveries.fresh(null, 10).join()).hasSize(1);
        var line = new Line.OfEndpoint(endpoint);
        assertThat(deliveries.due(line, BACKED_OFF.minusMillis(1), 10).join()).isEmpty();
        assertThat(deliveries.linesDue(BACKED_OFF.minusMillis(1)).join()).isEmpty();
        assertThat(deliveries.due(line, BACKED_OFF, 10).join()).hasSize(1);
        assertThat(deliveries.linesDue(BACKED_OFF).join()).containsExactly(line);
    }

    @Test
    void has_an_endpoint_that_listens_and_signs_with_nothing_yet() {
        var endpoint =
                harness.endpoints().list(TESTER, null, 10).join().entries().getFirst();
        assertThat(endpoint.state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(endpoint.created()).isEqualTo(Instant.ofEpochMilli(1_796_010_900_000L));
        assertThat(endpoint.subscription().key()).isNull();
        assertThat(endpoint.subscription().events()).isEmpty();
        assertThat(harness.endpoints().secrets(endpoint.id(), BACKED_OFF).join())
                .isEmpty();
    }

    @Test
    void goes_on_with_what_was_under_way() {
        scene.worker("local", EngineName.SANDBOX, 64);
        harness.settle();
        assertThat(tasks()).noneMatch(view -> view.status() == TaskStatus.RUNNING);
        harness.onWriter(db -> Audit.check(db::number));
    }

    @Test
    void has_accounts_and_keys_that_people_can_name() {
        var accounts = harness.registry().list(null, 10).join().entries();
        assertThat(accounts).extracting(Account::handle).doesNotHaveDuplicates();
        assertThat(accounts).extracting(Account::name).containsExactly("first, test", "first");
        var keys = harness.keys().list(new AccountId(1), null, 10).join().entries();
        assertThat(keys).extracting(ApiKey::label).containsExactly("first, test", "first");
        assertThat(keys).extracting(ApiKey::handle).doesNotHaveDuplicates();
        assertThat(keys).extracting(key -> key.limits().slots()).containsOnly(8);
    }

    @Test
    void has_an_operator_and_a_tester() {
        var keys = harness.keys().list(new AccountId(1), null, 10).join().entries();
        assertThat(keys.getLast().holder().scopes()).isEqualTo(Scope.ALL);
        assertThat(keys.getFirst().holder().scopes())
                .containsExactly(Scope.READ, Scope.SUBMIT, Scope.ADMIN);
        assertThat(keys.getFirst().holder().account()).isEqualTo(TESTER);
    }

    @Test
    void keeps_a_copy_of_what_was_there() {
        assertThat(folder).isDirectoryContaining("glob:**/before-schema-*.db");
    }
}
