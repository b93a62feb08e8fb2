package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.core.upload.UploadLimits;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;

/** Bytes that are not taken: their sender is told why, and nothing of them is left. */
class RefusedPutTest extends Receiving {
    private static final int MOST = 4 << 20;
    private static final int MUCH = 20 << 20;

    @Override
    UploadLimits limits() {
        return ofAtMost(MOST);
    }

    @AfterEach
    void nothingIsStored() throws IOException {
        nothingIsLeft();
        assertThat(blobs()).isZero();
        assertThat(stored()).isZero();
    }

    @Nested
    class WhatIsNoFileThatIsTaken {
        @Test
        void is_told_in_the_words_of_who_looked_at_it_and_ends_the_upload() {
            var address = announced();
            var problem = refused(put(address, Bytes.noise(999)), 415, "unsupported_media_type");
            assertThat(problem.get("detail").asString()).contains("no type that is taken");
            assertThat(problem.get("retryable").asBoolean()).isFalse();
            refused(put(address, Bytes.png(999)), 409, "upload_not_open");
        }

        @Test
        void is_nothing_too() {
            refused(put(announced(), new byte[0]), 415, "unsupported_media_type");
        }

        @Test
        void is_a_file_of_another_kind_than_was_announced() {
            var announced = announce("{\"displayName\":\"a\",\"type\":\"AUDIO\"}");
            var problem =
                    refused(put(address(announced), Bytes.png(999)), 415, "unsupported_media_type");
            assertThat(problem.get("detail").asString()).contains("image/png", "audio");
        }

        @Test
        void is_a_file_that_is_damaged() {
            refused(put(announced(), Arrays.copyOf(Bytes.png(99), 20)), 422, "invalid_file");
        }
    }

    @Nested
    class WhatIsTooLong {
        @Test
        void is_refused_before_it_is_sent_when_its_length_is_said() throws IOException {
            try (var socket = socket()) {
                socket.say(
                        head(announced(), "Content-Length: " + (MOST + 1), "Expect: 100-continue"));
                var reply = socket.hear();
                assertThat(reply.text()).doesNotContain(" 100 ");
                refused(reply, 413, "payload_too_large");
            }
        }

        @Test
        void is_refused_when_it_becomes_so() {
            var endless = BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(Bytes.png(MOST + 1)));
            refused(put(announced(), endless), 413, "payload_too_large");
        }

        @Test
        void leaves_the_upload_open_for_less() {
            var address = announced();
            refused(put(address, Bytes.png(MOST + 1)), 413, "payload_too_large");
            refused(put(address, Bytes.noise(9)), 415, "unsupported_media_type");
        }
    }

    @Nested
    class WhatTheAccountHasNoRoomFor {
        @Test
        void is_refused_before_it_is_sent_when_its_length_is_said() throws IOException {
            allow(1_000);
            try (var socket = socket()) {
                socket.say(head(announced(), "Content-Length: 1001", "Expect: 100-continue"));
                var reply = socket.hear();
                assertThat(reply.text()).doesNotContain(" 100 ");
                var problem = refused(reply, 413, "storage_quota_exceeded");
                assertThat(problem.get("detail").asString()).contains("1000 bytes");
            }
        }

        @Test
        void is_refused_as_it_comes_when_it_is_not() {
            allow(1_000_000);
            refused(put(announced(), chunks(1_000_001)), 413, "storage_quota_exceeded");
        }

        private static BodyPublisher chunks(int bytes) {
            return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Bytes.png(bytes)));
        }

        @Test
        void counts_its_transcript_before_a_byte_is_sent() throws IOException {
            allow(1_000);
            var announced = announce(
                    "{\"displayName\":\"a\",\"transcript\":\"" + "word ".repeat(60) + "\"}");
            for (int n = 0; n < 3; n++) {
                try (var socket = socket()) {
                    socket.say(head(
                            address(announced), "Content-Length: 701", "Expect: 100-continue"));
                    var reply = socket.hear();
                    assertThat(reply.text()).doesNotContain(" 100 ");
                    refused(reply, 413, "storage_quota_exceeded");
                }
            }
            refused(put(address(announced), chunks(701)), 413, "storage_quota_exceeded");
            refused(put(address(announced), Bytes.noise(700)), 415, "unsupported_media_type");
        }

        @Test
        void may_be_sent_again_when_there_is_room() {
            allow(10);
            var address = announced();
            refused(put(address, Bytes.noise(11)), 413, "storage_quota_exceeded");
            allow(11);
            refused(put(address, Bytes.noise(11)), 415, "unsupported_media_type");
        }
    }

    @Nested
    class AKeyThatDies {
        @Test
        void while_the_bytes_come_takes_them_with_it() throws IOException {
            var made = client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\"}");
            var colleague = new Client(server.http.port(), made.get("key").asString());
            var address =
                    address(colleague.done("POST", "/v1/files/upload", "{\"displayName\":\"a\"}"));
            try (var socket = socket()) {
                socket.say(head(address, "Content-Length: 100", "Connection: close"));
                socket.say(Bytes.png(50));
                server.await("a file that comes in", server.uploads::underWay);
                client.call(
                        "DELETE", "/api/v1/api-keys/" + made.at("/apiKey/id").asString(), "");
                refused(socket.say(Bytes.noise(50)).hear(), 403, "expired_signature");
            }
        }
    }

    /** Many send all they have before they read what they are told. */
    @Nested
    class ASenderThatReadsLast {
        private void hears(URI address, int status, String code) throws IOException {
            try (var socket = socket()) {
                socket.say(head(address, "Content-Length: " + MUCH));
                socket.say(Bytes.noise(MUCH));
                refused(socket.hear(), status, code);
            }
        }

        @Test
        void hears_that_it_is_too_much() throws IOException {
            hears(announced(), 413, "payload_too_large");
        }

        @Test
        void hears_that_its_address_is_not_good() throws IOException {
            hears(URI.create(announced() + "x"), 403, "invalid_signature");
        }

        @Test
        void hears_of_the_quota_though_it_says_no_length() throws IOException {
            allow(1_000);
            try (var socket = socket()) {
                socket.say(head(announced(), "Transfer-Encoding: chunked"));
                for (int n = 0; n < 64; n++)
                    socket.say("10000\r\n").say(Bytes.noise(0x10000)).say("\r\n");
                refused(socket.say("0\r\n\r\n").hear(), 413, "storage_quota_exceeded");
            }
        }

        @Test
        void hears_that_it_has_no_key() throws IOException {
            try (var socket = socket()) {
                socket.say("POST /api/v1/assets HTTP/1.1\r\nHost: x\r\nContent-Length: " + MUCH
                        + "\r\n\r\n");
                var reply = socket.say(Bytes.noise(MUCH)).hear();
                refused(reply, 401, "missing_key");
            }
        }
    }
}
