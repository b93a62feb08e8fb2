package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** What an engine and the facts of files say before credits are held. */
class BeforeAnyChargeTest {
    @TempDir
    Path folder;

    private LiveServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int held() {
        return client.data("get-credit-balance", "{}").get("held").asInt();
    }

    @Nested
    class WhatAnEngineDoesNotTake {
        private void isInvalid(HttpResponse<String> answer, String field) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("Say less.").contains(field);
            assertThat(held()).isZero();
        }

        @Test
        void is_told_in_the_words_of_each_dialect() {
            server.refusal = Admission.Refusal.invalid("text", "Say less.");
            isInvalid(client.execute("generate-tts", "{\"text\":\"a\"}"), "\"text\"");
            var spoken = "{\"ttsText\":\"a\"}";
            isInvalid(client.call("POST", "/v1/tools/text-to-speech", spoken), "ttsText");
            server.refusal = Admission.Refusal.invalid("prompt", "Say less.");
            var picture = "{\"model\":\"gpt-image-2\",\"params\":{\"prompt\":\"a cat\"}}";
            isInvalid(client.call("POST", "/v1/tasks/submit", picture), "prompt");
        }

        @Test
        void need_be_no_field_in_particular() {
            server.refusal = Admission.Refusal.invalid(null, "Say less.");
            isInvalid(client.execute("generate-tts", "{\"text\":\"a\"}"), "");
        }

        @Test
        void may_be_a_prompt_that_it_refuses() {
            server.refusal = new Admission.Refusal(
                    Admission.Cause.PROMPT_REFUSED, "Ask for something kinder.", "prompt");
            var answer = client.execute("generate-tts", "{\"text\":\"a\"}");
            assertThat(answer.statusCode()).isEqualTo(451);
            assertThat(answer.body()).contains("Ask for something kinder.");
            assertThat(held()).isZero();
        }

        @Test
        void is_answered_as_then_where_it_was_taken_before() {
            var before =
                    client.execute("generate-tts", "{\"text\":\"a\"}", "Idempotency-Key", "k1");
            server.refusal = Admission.Refusal.invalid("text", "Say less.");
            var again = client.execute("generate-tts", "{\"text\":\"a\"}", "Idempotency-Key", "k1");
            assertThat(again.body()).isEqualTo(before.body());
            var other = client.execute("generate-tts", "{\"text\":\"a\"}", "Idempotency-Key", "k2");
            assertThat(other.statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class WhatAFileIsKnownToBe {
        private String clip() throws IOException {
            var task = client.data("generate-tts", "{\"text\":\"a\"}").get("taskId");
            var hand = server.hand();
            hand.finish(
                    hand.take(EngineName.SPEECH),
                    "video/mp4",
                    "a.mp4",
                    new byte[] {1},
                    "{\"seconds\":3.2}");
            return client.data("get-task-status", "{\"taskId\":" + task + "}")
                    .at("/output/assetIds/0")
                    .asString();
        }

        @Test
        void decides_price_estimate_and_hold_alike() throws IOException {
            var input = "{\"videoAssetId\":\"" + clip() + "\"}";
            var estimate = client.data(
                    "estimate-task", "{\"tool\":\"upscale-video\",\"input\":" + input + "}");
            assertThat(estimate.get("estimatedCredits").asInt()).isEqualTo(80);
            var session = client.data("create-session", "{}").get("sessionId");
            var submitted = client.data(
                    "upscale-video", input.replace("}", ",\"workerId\":" + session + "}"));
            assertThat(submitted.get("estimatedCredits").asInt()).isEqualTo(80);
            assertThat(held()).isEqualTo(80);
        }

        @Test
        void is_estimated_of_no_file_that_is_not_there() {
            var absent = client.execute(
                    "estimate-task",
                    "{\"tool\":\"upscale-video\",\"input\":"
                            + "{\"videoAssetId\":\"asset_01KB0000000000000000000000\"}}");
            assertThat(absent.statusCode()).isEqualTo(404);
        }
    }
}
