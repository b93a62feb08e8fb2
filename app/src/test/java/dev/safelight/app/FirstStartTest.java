package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.StoreSettings;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

class FirstStartTest {
    @TempDir
    private Path folder;

    private Instance open(String... flags) throws ConfigFault, IOException {
        var own = Map.of(
                "SAFELIGHT_DATA", data().toString(),
                "SAFELIGHT_PACKS", folder.resolve("no-packs").toString());
        return Instance.open(ConfigReader.read(List.of(flags), own));
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Nested
    class WhenThePortIsTaken {

        @Test
        void no_key_is_lost_and_the_next_start_shows_both() throws Exception {
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var port = Integer.toString(taken.getLocalPort());
                assertThatThrownBy(() -> open("--port", port))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(port);
            }
            try (var instance = open("--port", "0")) {
                assertThat(instance.firstKeys()).isPresent();
            }
            try (var again = open("--port", "0")) {
                assertThat(again.firstKeys()).isEmpty();
            }
        }
    }

    @Nested
    class WhenTheHostCannotBeListenedOn {

        @ParameterizedTest
        @ValueSource(strings = {"no.such.host.invalid", "nobody.invalid", "a..b", "-.invalid"})
        void a_name_that_is_unknown_is_called_that(String host) {
            assertThatThrownBy(() -> open("--host", host, "--port", "0"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(host)
                    .hasMessageContaining("there is no host of that name")
                    .hasMessageNotContaining("null");
        }

        @Test
        void a_number_of_another_machine_is_told_in_words() {
            assertThatThrownBy(() -> open("--host", "192.0.2.1", "--port", "0"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("192.0.2.1, port 0 (Cannot assign");
        }
    }

    @Nested
    class TheFirstKeys {

        private static Principal found(Assembly assembly, KeyText text) {
            var now = assembly.clock().instant();
            return assembly.store().accounts().find(text.digest(), now).orElseThrow();
        }

        @Test
        void are_one_for_real_work_and_one_for_tests_with_books_of_their_own() throws Exception {
            try (var loop = new Loop()) {
                var driver = new MachineDriver(loop);
                var memory = new StoreSettings.Location.Memory("first-keys");
                try (var assembly = new Assembly(
                        driver, new StoreSettings(memory, Limits.USUAL.store()), CommitGate.OPEN)) {
                    var accounts = assembly.store().accounts();
                    var config = ConfigReader.read(List.of("--grant", "70"), Map.of());
                    var keys = FirstKeys.open(accounts, config, driver.random()).orElseThrow();
                    var live = found(assembly, keys.live());
                    var test = found(assembly, keys.test());
                    assertThat(live.mode()).isEqualTo(Mode.LIVE);
                    assertThat(test.mode()).isEqualTo(Mode.TEST);
                    assertThat(keys.live().text()).startsWith("sl_live_");
                    assertThat(keys.test().text()).startsWith("sl_test_");
                    assertThat(test.account()).isNotEqualTo(live.account());
                    for (var who : List.of(live, test))
                        assertThat(assembly.store()
                                        .ledger()
                                        .book(who.account())
                                        .join()
                                        .available())
                                .isEqualTo(70);
                    assertThat(live.scopes()).isEqualTo(Scope.ALL);
                    assertThat(test.scopes()).doesNotContain(Scope.OPERATOR).hasSize(3);
                    assertThat(FirstKeys.open(accounts, config, driver.random()))
                            .isEmpty();
                }
            }
        }
    }

    @Nested
    class WhenASettingIsBad {

        @Test
        void nothing_is_made() {
            assertThatThrownBy(() -> open("--drain-seconds", "0")).isInstanceOf(ConfigFault.class);
            assertThat(data()).doesNotExist();
        }
    }

    @Nested
    class WhenItRuns {

        @Test
        void the_metrics_show_what_the_store_and_the_worker_are_at() throws Exception {
            try (var instance = open("--port", "0", "--drain-seconds", "1");
                    var client = HttpClient.newHttpClient()) {
                instance.start();
                assertThat(metrics(client, instance))
                        .contains("safelight_store_queued 0.0")
                        .contains("safelight_worker_running 0.0")
                        .contains("safelight_worker_hanging 0.0");
                client.send(hangingTask(instance), BodyHandlers.discarding());
                while (!metrics(client, instance).contains("safelight_worker_running 1.0"))
                    Thread.onSpinWait();
            }
        }

        private static String metrics(HttpClient client, Instance instance) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(instance.url() + "/metrics"));
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }

        private static HttpRequest hangingTask(Instance instance) {
            return HttpRequest.newBuilder(
                            URI.create(instance.url() + "/api/v1/tools/generate-tts/execute"))
                    .header(
                            "x-api-key",
                            instance.firstKeys().orElseThrow().test().text())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"text\":\"a\",\"metadata\":{\"sandbox.outcome\":\"hang\"}}"))
                    .build();
        }
    }

    @Nested
    class WhenTheStoreCannotBeRead {

        @Test
        void it_is_told_in_one_line_and_the_folder_is_free_again() throws Exception {
            Files.createDirectories(data());
            Files.writeString(data().resolve("safelight.db"), "no database".repeat(1_000));
            for (int attempt = 0; attempt < 2; attempt++)
                assertThatThrownBy(() -> open("--port", "0"))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("not a database");
        }
    }

    @Nested
    @DisabledOnOs(OS.WINDOWS)
    class TheDataFolder {

        @Test
        void is_its_owners_alone_unless_it_was_there() throws Exception {
            try (var made = DataFolder.open(data())) {
                assertThat(made.store().getParent()).isEqualTo(data());
                assertThat(mode(data())).isEqualTo("rwx------");
            }
            Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxr-x---"));
            try (var there = DataFolder.open(data())) {
                assertThat(there.store().getParent()).isEqualTo(data());
                assertThat(mode(data())).isEqualTo("rwxr-x---");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/proc/nope", "/proc/nope/deeper", "/dev/zero/data", "/dev/zero"})
        void is_named_when_it_cannot_be_made(String path) {
            assertThatThrownBy(() -> open("--data", path))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot make the data folder " + path + ": ")
                    .hasMessageNotContaining("null");
        }

        @Test
        void is_named_when_nothing_can_be_written_in_it() throws IOException {
            Files.createDirectories(data().resolve("lock"));
            assertThatThrownBy(() -> open())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot write in the data folder " + data())
                    .hasMessageContaining("it is a folder");
        }

        @Test
        void is_named_when_a_file_is_in_the_place_of_a_folder_of_it() throws IOException {
            Files.createDirectories(data());
            Files.writeString(data().resolve("blobs"), "");
            assertThatThrownBy(() -> open("--port", "0"))
                    .isInstanceOfSatisfying(
                            IOException.class,
                            fault -> assertThat(Serve.why(fault))
                                    .contains(data().resolve("blobs") + ": a file of that name"));
        }

        private static String mode(Path path) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        }
    }
}
