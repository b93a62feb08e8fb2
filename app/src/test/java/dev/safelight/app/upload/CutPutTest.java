package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.RawSocket;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/** Bytes that break off, that come at the same time, or slowly. */
class CutPutTest extends Receiving {
    private static final int LENGTH = 2 << 20;
    private static final byte[] HALF = Bytes.png(LENGTH / 2);

    /** One that has sent half of what it said it would. */
    private RawSocket halfSent(URI address) {
        long before = server.uploads.arriving(server.owner.account());
        var socket = socket().say(head(address, "Content-Length: " + LENGTH, "Connection: close"));
        socket.say(HALF);
        server.awaitAtLeast((int) before + HALF.length, this::arriving);
        return socket;
    }

    private int arriving() {
        return (int) server.uploads.arriving(server.owner.account());
    }

    @Nested
    class BytesThatBreakOff {
        @Test
        void leave_nothing_and_may_be_sent_again() throws IOException {
            allow(LENGTH);
            var address = announced();
            for (int n = 0; n < 3; n++) {
                halfSent(address).close();
                nothingIsLeft();
            }
            assertThat(stored()).isZero();
            assertThat(put(address, Bytes.png(LENGTH)).statusCode()).isEqualTo(200);
            assertThat(stored()).isEqualTo(LENGTH);
        }

        @Test
        void of_chunks_without_an_end_leave_nothing() throws IOException {
            try (var socket = socket()) {
                socket.say(head(announced(), "Transfer-Encoding: chunked"));
                socket.say("64\r\n").say(Bytes.png(100)).say("\r\n");
                server.awaitAtLeast(100, CutPutTest.this::arriving);
            }
            nothingIsLeft();
            assertThat(stored()).isZero();
        }
    }

    @Nested
    class WhileBytesCome {
        @Test
        void others_for_the_same_file_are_refused_and_those_are_not_disturbed() throws IOException {
            var address = announced();
            try (var first = halfSent(address)) {
                var answer = put(address, Bytes.png(9_999));
                var problem = refused(answer, 409, "upload_under_way");
                assertThat(problem.get("retryable").asBoolean()).isTrue();
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(problem.get("detail").asString()).contains("right now");
                assertThat(first.say(Bytes.noise(LENGTH / 2)).hear().status()).isEqualTo(200);
            }
            assertThat(stored()).isEqualTo(LENGTH);
        }

        @Test
        void they_may_begin_within_the_time_and_end_after_it() throws IOException {
            var address = announced();
            server.pass(Duration.ofMinutes(14).plusSeconds(59));
            try (var slow = halfSent(address)) {
                server.pass(Duration.ofSeconds(30));
                assertThat(slow.say(Bytes.noise(LENGTH / 2)).hear().status()).isEqualTo(200);
            }
        }

        @Test
        void their_file_is_pending_after_its_time_too_until_they_break_off() throws IOException {
            var announced = announce("{\"displayName\":\"cat.png\"}");
            String path = "/v1/files/" + announced.get("fileId").asString();
            try (var _ = halfSent(address(announced))) {
                server.pass(Duration.ofMinutes(16));
                assertThat(state(path)).isEqualTo("pending");
            }
            nothingIsLeft();
            assertThat(state(path)).isEqualTo("failed");
        }

        private String state(String path) {
            return client.done("GET", path, "").at("/downloadSource/status").asString();
        }

        @Test
        void a_server_that_stops_tells_their_sender_to_come_back() throws IOException {
            try (var cut = halfSent(announced())) {
                server.http.drain(Duration.ofMinutes(1));
                var reply = cut.hear();
                refused(reply, 503, "not_ready");
                assertThat(reply.text()).contains("Retry-After: ");
            }
            nothingIsLeft();
        }

        @Test
        void archiving_their_file_ends_them_and_leaves_nothing() throws IOException {
            var announced = announce("{\"displayName\":\"cat.png\"}");
            try (var cut = halfSent(address(announced))) {
                archive(announced);
                refused(cut.say(Bytes.noise(1)).hear(), 409, "upload_not_open");
            }
            nothingIsLeft();
            assertThat(blobs()).isZero();
        }

        @Test
        void archiving_another_file_does_not_disturb_them() throws IOException {
            try (var first = halfSent(announced())) {
                archive(announce("{\"displayName\":\"dog.png\"}"));
                assertThat(first.say(Bytes.noise(LENGTH / 2)).hear().status()).isEqualTo(200);
            }
        }

        private void archive(JsonNode announced) {
            client.done("POST", "/v1/files/" + announced.get("fileId").asString() + "/archive", "");
        }

        @Test
        void they_count_against_the_quota() throws IOException {
            allow(LENGTH);
            try (var _ = halfSent(announced())) {
                refused(put(announced(), Bytes.png(LENGTH / 2 + 1)), 413, "storage_quota_exceeded");
            }
            server.awaitNone("files that come in", server.uploads::underWay);
            assertThat(put(announced(), Bytes.png(LENGTH / 2 + 1)).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class ASlowLine {
        private static final int MINUTES = 30;
        private static final int A_MINUTE = 960 << 10;

        @Test
        void that_is_steady_may_take_as_long_as_it_needs() throws IOException {
            try (var socket = socket()) {
                int length = MINUTES * A_MINUTE;
                byte[] file = Bytes.png(length);
                socket.say(head(announced(), "Content-Length: " + length, "Connection: close"));
                for (int minute = 0; minute < MINUTES; minute++) {
                    socket.say(
                            Arrays.copyOfRange(file, minute * A_MINUTE, (minute + 1) * A_MINUTE));
                    if (minute + 1 == MINUTES) break;
                    server.awaitAtLeast((minute + 1) * A_MINUTE, CutPutTest.this::arriving);
                    for (int second = 0; second < 60; second += 20)
                        server.pass(Duration.ofSeconds(20));
                }
                assertThat(socket.hear().status()).isEqualTo(200);
            }
            assertThat(stored()).isEqualTo(MINUTES * A_MINUTE);
        }

        @Test
        void that_drips_is_ended_after_a_minute() throws IOException {
            try (var socket = socket()) {
                socket.say(head(announced(), "Content-Length: 1000000"));
                socket.say(Bytes.png(100));
                server.await("a slow one", server.http::slowUploads);
                server.pass(Duration.ofSeconds(59));
                socket.say(Bytes.noise(100));
                server.awaitAtLeast(200, CutPutTest.this::arriving);
                // Seconds count while it is waited for, which begins a moment after its bytes.
                server.awaitNone("slow ones", () -> {
                    server.pass(Duration.ofSeconds(1));
                    return server.http.slowUploads();
                });
                var reply = socket.hear();
                var problem = refused(reply, 408, "request_timeout");
                assertThat(problem.get("retryable").asBoolean()).isTrue();
                assertThat(reply.text()).contains("Retry-After: ");
            }
            nothingIsLeft();
        }
    }
}
