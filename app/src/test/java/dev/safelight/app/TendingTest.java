package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.cli.Cli;
import dev.safelight.cli.Host;
import dev.safelight.cli.Streams;
import dev.safelight.client.Environment;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code keys}, {@code accounts} and {@code credits}, with a server and without. */
class TendingTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void set() {
        environment.put("SAFELIGHT_DATA", folder.resolve("data").toString());
        environment.put("SAFELIGHT_PACKS", folder.resolve("no-packs").toString());
        environment.put("SAFELIGHT_PORT", "0");
        environment.put("SAFELIGHT_DRAIN_SECONDS", "1");
    }

    private Instance serve() throws ConfigFault, IOException {
        var instance = Instance.open(ConfigReader.read(List.of(), environment));
        instance.start();
        return instance;
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        var streams = new Streams(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Cli.run(
                List.of(args),
                new Host(
                        environment,
                        streams,
                        Environment.ofThisMachine(),
                        action -> () -> {},
                        new LocalServing(environment),
                        new FolderServing(environment)));
    }

    private String done(String... args) {
        assertThat(run(args)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static String idOf(String row) {
        return row.split(" ", 2)[0];
    }

    @Nested
    class WhileNoServerRuns {
        @BeforeEach
        void begin() throws Exception {
            serve().close();
        }

        @Test
        void a_key_is_created_listed_labelled_rotated_and_revoked() {
            var text = done("keys", "create", "night shift", "--scopes", "read,admin");
            assertThat(text).matches("sl_live_\\w{38}\\R");
            assertThat(said()).contains("night shift", "read,admin", "whsec_", "shown this once");
            var list = done("keys", "list").lines().toList();
            assertThat(list.getFirst()).startsWith("ID").endsWith("REVOKED");
            var id = idOf(list.get(1));
            assertThat(list.get(1)).contains("night shift", "live", "read,admin");
            assertThat(done("keys", "label", id, "day")).isEqualTo(id + ": day" + "\n");
            assertThat(done("keys", "rotate", id, "--grace", "60")).startsWith("sl_live_");
            assertThat(done("keys", "rotate-secret", id)).startsWith("whsec_");
            assertThat(done("keys", "revoke", id)).startsWith(id + ": revoked at 2");
            assertThat(run("keys", "rotate", id)).isEqualTo(1);
            assertThat(said()).contains("The key is revoked");
        }

        @Test
        void an_account_is_opened_limited_granted_and_given_a_key() {
            var opened = done("accounts", "open", "studio", "--weight", "3", "--credits", "50");
            var id = opened.lines().findFirst().orElseThrow().split(" +", -1)[1];
            assertThat(done("accounts", "limits", id, "--slots", "2")).contains("slots         2");
            assertThat(done("accounts", "grant", id, "25")).contains("available     75");
            assertThat(done("accounts", "key", id, "first", "--test")).startsWith("sl_test_");
            assertThat(done("accounts", "show", id)).contains("weight        3", "liveTasks");
            assertThat(done("accounts", "list", "--limit", "1").lines()).hasSize(2);
            assertThat(said()).contains("There are more: --after ");
            assertThat(done("accounts", "audit", "--all"))
                    .contains("account_open", "account_grant", "this machine");
        }

        @Test
        void a_key_and_an_engine_are_limited() {
            done("keys", "create", "night shift");
            String id = idOf(done("keys", "list").lines().skip(1).findFirst().orElseThrow());
            String limited = done(
                    "keys",
                    "limits",
                    id,
                    "--slots",
                    "2",
                    "--submits",
                    "7",
                    "--reads",
                    "9",
                    "--per-5-hours",
                    "40",
                    "--per-day",
                    "50",
                    "--per-7-days",
                    "60");
            assertThat(limited.lines().map(line -> line.replaceAll(" +", " ")))
                    .contains("slots 2", "submits 7", "reads 9")
                    .contains("per 5 hours 40", "per 7 days 60");
            assertThat(done("keys", "show", id).lines().map(line -> line.replaceAll(" +", " ")))
                    .contains("per day 50, used 0");
            assertThat(done("accounts", "engine", "speech", "--slots", "1"))
                    .startsWith("speech: 1");
            assertThat(done("accounts", "engines").replaceAll(" +", " "))
                    .contains("speech 1")
                    .contains("illustrator as its workers take");
        }

        @Test
        void the_book_is_read() {
            assertThat(done("credits", "balance")).contains("available     100000");
            assertThat(done("credits", "ledger")).contains("grant", "100000");
            assertThat(done("credits", "balance", "--json"))
                    .startsWith("{\"id\":\"acct_")
                    .contains("\"available\":100000");
        }

        @Test
        void what_is_wrong_is_told_in_one_line() {
            assertThat(run("keys", "revoke", "../accounts")).isEqualTo(2);
            assertThat(said()).contains("There is no such key");
            assertThat(run("keys", "create", "a", "--scopes", "root")).isEqualTo(2);
            assertThat(said()).contains("must be one of read, submit, admin, operator");
            assertThat(run("keys", "list", "--data", folder.resolve("else").toString()))
                    .isEqualTo(3);
            assertThat(said()).contains("there is no data in", "SAFELIGHT_URL");
            assertThat(run("keys")).isEqualTo(2);
            assertThat(done("keys", "rotate", "--help")).contains("--grace", "--data");
        }
    }

    @Nested
    class WhileAServerRuns {
        @Test
        void it_is_asked_and_its_folder_is_left_alone() throws Exception {
            try (var instance = serve()) {
                assertThat(run("keys", "list")).isEqualTo(3);
                assertThat(said()).contains("is in use by another Safelight", "SAFELIGHT_URL");
                var live = instance.firstKeys().orElseThrow().live().text();
                environment.put("SAFELIGHT_URL", instance.url());
                environment.put("SAFELIGHT_API_KEY", live);
                var fresh = done("keys", "create", "robot").strip();
                environment.put("SAFELIGHT_API_KEY", fresh);
                assertThat(run("keys", "list")).isEqualTo(4);
                assertThat(said()).contains("'admin'").doesNotContain(fresh);
                assertThat(done("credits", "balance")).contains("available     100000");
                assertThat(run("keys", "list", "--data", "elsewhere")).isEqualTo(2);
            }
        }
    }
}
