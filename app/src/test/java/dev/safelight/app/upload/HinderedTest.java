package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.HeadInspector;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.asset.Undecided;
import dev.safelight.core.task.StoreFault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What comes between while a file comes in, and what its sender is told. */
class HinderedTest extends Receiving {
    private static final byte[] CAT = Bytes.png(900);

    @AfterEach
    void nothingIsLeftOver() throws IOException {
        nothingIsLeft();
    }

    private static JsonNode told(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains("\"" + code + "\"");
        return Client.json(response);
    }

    @Nested
    class AKeyThatDies {
        private String id = "";
        private Client colleague = client;

        private URI announcedByColleague() {
            var made = client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\"}");
            id = made.at("/apiKey/id").asString();
            colleague = new Client(server.http.port(), made.get("key").asString());
            return address(colleague.done("POST", "/v1/files/upload", "{\"displayName\":\"a\"}"));
        }

        private void revoke() {
            var gone = client.call("DELETE", "/api/v1/api-keys/" + id, "");
            assertThat(gone.statusCode()).isEqualTo(200);
        }

        private void revokeWhileInspected() {
            server.hindrances.inspector = file -> {
                revoke();
                return new HeadInspector().inspect(file);
            };
        }

        @Test
        void while_the_file_is_looked_into_takes_it_along() throws IOException {
            var address = announcedByColleague();
            revokeWhileInspected();
            refused(put(address, CAT), 403, "expired_signature");
            assertThat(stored()).isZero();
            assertThat(blobs()).isZero();
        }

        @Test
        void while_it_is_put_on_disk_takes_it_along_too() throws IOException {
            var address = announcedByColleague();
            server.hindrances.synced = this::revoke;
            refused(put(address, CAT), 403, "expired_signature");
            assertThat(stored()).isZero();
            assertThat(blobs()).isZero();
        }

        @Test
        void is_told_as_such_to_who_has_no_address() {
            announcedByColleague();
            revokeWhileInspected();
            var request = colleague.request("/api/v1/assets");
            var posted = request.POST(BodyPublishers.ofByteArray(CAT)).build();
            told(Client.send(posted), 401, "invalid_key");
            assertThat(stored()).isZero();
        }
    }

    /** What is decided while the bytes are on disk, and before they are a file. */
    @Nested
    class TheLastWord {
        @Test
        void that_the_file_is_archived_leaves_none_of_its_bytes() throws IOException {
            var announced = announce("{\"displayName\":\"a\"}");
            server.hindrances.synced = () -> archive(announced);
            refused(put(address(announced), CAT), 409, "upload_not_open");
            assertThat(blobs()).isZero();
        }

        @Test
        void while_it_is_looked_into_comes_before_they_are_stored() throws IOException {
            var announced = announce("{\"displayName\":\"a\"}");
            server.hindrances.inspector = file -> {
                archive(announced);
                return new HeadInspector().inspect(file);
            };
            server.hindrances.synced = () -> {
                throw new AssertionError("they were stored");
            };
            refused(put(address(announced), CAT), 409, "upload_not_open");
        }

        @Test
        void that_there_is_no_room_leaves_none_of_its_bytes_and_the_next_may_come()
                throws IOException {
            var address = announced();
            server.hindrances.synced = () -> allow(CAT.length - 1);
            refused(put(address, CAT), 413, "storage_quota_exceeded");
            assertThat(blobs()).isZero();
            allow(CAT.length);
            server.hindrances.synced = () -> {};
            assertThat(put(address, CAT).statusCode()).isEqualTo(200);
        }

        @Test
        void leaves_bytes_that_another_file_has() throws IOException {
            assertThat(put(announced(), CAT).statusCode()).isEqualTo(200);
            server.hindrances.synced = () -> allow(CAT.length);
            refused(put(announced(), CAT), 413, "storage_quota_exceeded");
            assertThat(blobs()).isOne();
        }

        private void archive(JsonNode announced) {
            client.done("POST", "/v1/files/" + announced.get("fileId").asString() + "/archive", "");
        }
    }

    @Nested
    class AFileThatNobodyLooksInto {
        @Test
        void for_want_of_time_may_be_sent_again() {
            var address = announced();
            server.hindrances.inspector = file -> {
                throw new Undecided(new IOException("says the test"));
            };
            var response = put(address, CAT);
            var problem = refused(response, 503, "overloaded");
            assertThat(problem.get("retryable").asBoolean()).isTrue();
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            server.hindrances.inspector = new HeadInspector();
            assertThat(put(address, CAT).statusCode()).isEqualTo(200);
        }

        @Test
        void for_want_of_a_program_is_refused_for_good() {
            var address = announced();
            server.hindrances.inspector =
                    file -> new Inspection.Refused(Inspection.Reason.NO_PROGRAM, "Install it.");
            var problem = refused(put(address, CAT), 422, "not_available");
            assertThat(problem.get("detail").asString()).isEqualTo("Install it.");
            refused(put(address, CAT), 409, "upload_not_open");
        }
    }

    @Nested
    class AFault {
        @Test
        void after_which_nobody_knows_is_told_with_where_to_look() {
            server.hindrances.inspector = file -> {
                throw new StoreFault(StoreFault.Kind.UNKNOWN, "says the test");
            };
            var problem = refused(put(announced(), CAT), 503, "outcome_unknown");
            assertThat(problem.get("detail").asString())
                    .contains("list of files")
                    .doesNotContain("Idempotency-Key");
            told(bring("", CAT), 503, "outcome_unknown");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "no file system here is always full")
        void of_a_disk_without_room_is_known_by_the_room_and_not_by_words() {
            var address = announced();
            server.hindrances.writing = () -> {
                throw new IOException("Auf dem Gerät ist kein Platz mehr");
            };
            refused(put(address, CAT), 503, "storage_unavailable");
            server.hindrances.elsewhere = Path.of("/proc/self/stat");
            var full = put(address, CAT);
            refused(full, 507, "storage_full");
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
        }

        @Test
        void of_memory_costs_no_place() {
            server.hindrances.writing = () -> {
                throw new OutOfMemoryError("says the test");
            };
            var address = announced();
            for (int n = 0; n < 2; n++) refused(put(address, CAT), 500, "internal_error");
            server.hindrances.writing = () -> {};
            assertThat(put(address, CAT).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class LongLooks {
        private static final int MANY = 40;

        @Test
        void keep_nobody_from_bringing_bytes() throws IOException {
            var go = new CountDownLatch(1);
            var looks = new AtomicInteger();
            server.hindrances.inspector = file -> {
                looks.incrementAndGet();
                await(go);
                return new HeadInspector().inspect(file);
            };
            var all = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int n = 0; n < MANY; n++)
                all.add(client.begin(client.request("/api/v1/assets")
                        .POST(BodyPublishers.ofByteArray(CAT))
                        .build()));
            server.awaitAtLeast(limits().threads() / 2, looks::get);
            server.awaitAtLeast(MANY * CAT.length, this::arriving);
            assertThat(looks).hasValue(limits().threads() / 2);
            go.countDown();
            assertThat(all).allSatisfy(one -> told(one.join(), 200, "assetId"));
        }

        private int arriving() {
            return (int) server.uploads.arriving(server.owner.account());
        }

        private static void await(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        }
    }
}
