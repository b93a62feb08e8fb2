package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.core.upload.UploadLimits;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;

/** {@code POST /api/v1/assets}, which takes a file at once. */
class BringingTest extends Receiving {
    private static final byte[] CAT = Bytes.png(200_000);

    @Override
    UploadLimits limits() {
        return ofAtMost(4 << 20);
    }

    private JsonNode brought(String query, byte[] bytes) {
        var response = bring(query, bytes);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Client.json(response).get("data");
    }

    private static JsonNode told(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        var problem = Client.json(response);
        assertThat(problem.get("statusCode").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        return problem;
    }

    @Nested
    class AFile {
        @Test
        void is_told_as_it_is_kept() throws Exception {
            var data = brought("?name=cat.png", CAT);
            assertThat(data.get("assetId").asString()).matches("asset_[0-9A-Z]{26}");
            assertThat(data.get("fileName").asString()).isEqualTo("cat.png");
            assertThat(data.get("contentType").asString()).isEqualTo("image/png");
            assertThat(data.get("bytes").asLong()).isEqualTo(CAT.length);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CAT);
            assertThat(data.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(digest));
            assertThat(data.at("/facts/width").asInt()).isEqualTo(640);
            assertThat(data.has("expiresAt")).isFalse();
        }

        @Test
        void is_read_back_and_used_like_one_that_was_made() {
            String id = brought("", CAT).get("assetId").asString();
            var shown = client.data("download-asset", "{\"assetId\":\"" + id + "\"}");
            var request = HttpRequest.newBuilder(URI.create(shown.get("url").asString()));
            assertThat(Client.send(request.build(), BodyHandlers.ofByteArray()).body())
                    .isEqualTo(CAT);
            String session =
                    client.data("create-session", "{}").get("sessionId").asString();
            var task = client.data(
                    "upscale-image",
                    "{\"imageAssetId\":\"" + id + "\",\"workerId\":\"" + session + "\"}");
            assertThat(task.get("status").asString()).isEqualTo("PENDING");
        }

        @Test
        void is_saved_and_not_shown() {
            String id = brought("?name=cat.png", CAT).get("assetId").asString();
            var told = client.data("download-asset", "{\"assetId\":\"" + id + "\"}");
            var address = URI.create(told.get("url").asString());
            var answer = Client.send(HttpRequest.newBuilder(address).build());
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment");
        }

        @Test
        void has_a_harmless_name_whatever_it_is_given() {
            assertThat(brought("", CAT).get("fileName").asString()).isEqualTo("file");
            assertThat(brought("?name=a%0Ab%E2%80%AEc", CAT).get("fileName").asString())
                    .isEqualTo("a_b_c");
            assertThat(brought("?name=my+cat%2B1.png", CAT).get("fileName").asString())
                    .isEqualTo("my cat+1.png");
        }

        @Test
        void that_is_temporary_says_until_when() {
            var until = server.time.instant().plus(Duration.ofDays(1));
            assertThat(brought("?temporary=true", CAT).get("expiresAt").asString())
                    .isEqualTo(until.toString());
        }

        @Test
        void is_another_one_when_it_comes_again_and_counts_again() throws IOException {
            String first = brought("", CAT).get("assetId").asString();
            assertThat(brought("", CAT).get("assetId").asString()).isNotEqualTo(first);
            assertThat(stored()).isEqualTo(2L * CAT.length);
            assertThat(blobs()).isEqualTo(1);
        }
    }

    @Nested
    class WhatIsNotTaken {
        @Test
        void is_a_transcript_that_is_no_text_or_not_all_there() throws IOException {
            told(bring("?transcriptBytes=2", new byte[] {'a', (byte) 0xC3}), 400, "invalid_input");
            told(bring("?transcriptBytes=1", new byte[] {0}), 400, "invalid_input");
            told(bring("?transcriptBytes=0", CAT), 400, "invalid_input");
            told(bring("?transcriptBytes=80001", CAT), 400, "invalid_input");
            var tooShort =
                    told(bring("?transcriptBytes=9", new byte[] {'a'}), 400, "invalid_input");
            assertThat(tooShort.toString()).contains("longer than the body");
            nothingIsLeft();
        }

        @Test
        void is_told_in_the_envelope_of_the_tools() throws IOException {
            told(bring("", Bytes.noise(999)), 415, "unsupported_media_type");
            told(bring("", new byte[0]), 415, "unsupported_media_type");
            told(bring("?nom=a", CAT), 400, "invalid_input");
            told(bring("?temporary=perhaps", CAT), 400, "invalid_input");
            told(bring("", Bytes.png((4 << 20) + 1)), 413, "payload_too_large");
            allow(1_000);
            told(bring("", CAT), 413, "storage_quota_exceeded");
            nothingIsLeft();
            assertThat(blobs()).isZero();
        }

        @Test
        void comes_without_a_key_or_with_one_that_may_only_read() {
            var anonymous = HttpRequest.newBuilder(client.at("/api/v1/assets"))
                    .POST(BodyPublishers.ofByteArray(CAT))
                    .build();
            told(Client.send(anonymous), 401, "missing_key");
            var made = client.done(
                    "POST", "/api/v1/api-keys", "{\"label\":\"a\",\"scopes\":[\"read\"]}");
            var reader = new Client(server.http.port(), made.get("key").asString());
            var request = reader.request("/api/v1/assets")
                    .POST(BodyPublishers.ofByteArray(CAT))
                    .build();
            told(Client.send(request), 403, "not_authorized");
        }
    }
}
