package dev.safelight.app.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.app.live.ExecutionsContract;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.LiveWebhooks;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.server.webhook.WordedDeliveries;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is sent for what happened, in the words of each dialect. */
class PayloadsTest {
    private static final String URL = "https://receiver.example/hook";
    private static final String PICTURE = "{\"prompt\":\"a cat\"}";

    @TempDir
    Path folder;

    private LiveServer server;
    private ExecutionsClient caller;
    private WordedDeliveries form;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        caller = new ExecutionsClient(server.client());
        form = server.webhooks.form(server.dialects);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Delivery decided() {
        var decided = server.webhooks.decided();
        assertThat(decided).hasSize(1);
        return decided.getFirst();
    }

    private String body(Delivery delivery) {
        return form.body(delivery).join();
    }

    private void endpoint(String events) {
        var answer = caller.post(
                "/v1/webhooks/endpoints", "{\"url\":\"" + URL + "\",\"events\":[" + events + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void start(String tool) {
        caller.started(tool, PICTURE);
    }

    private void finish() throws IOException {
        var hand = server.hand();
        hand.finish(
                hand.take(EngineName.ILLUSTRATOR),
                "image/png",
                "cat.png",
                new byte[9],
                "{\"width\":1024,\"height\":1024}");
    }

    @Nested
    class ToAnEndpoint {
        @Test
        void a_success_brings_its_results_with_addresses_for_a_week() throws IOException {
            endpoint("\"tool_execution.succeeded\"");
            start("generate-image");
            server.time.pass(Duration.ofSeconds(3));
            finish();
            var body = body(decided());
            var json = JsonMapper.shared().readTree(body);
            assertThat(ExecutionsContract.faults("ToolNotice", json)).isEmpty();
            assertThat(json.at("/results/0/downloadUrlExpiresAt").asLong())
                    .isEqualTo(server.time.instant().getEpochSecond() + 7 * 86_400);
            var told = Golden.of(body);
            assertThat(told.get("event").asString()).isEqualTo("tool_execution.succeeded");
            assertThat(told.get("occurredAt").asLong())
                    .isEqualTo(server.time.instant().getEpochSecond());
            assertThat(told.get("toolType").asString()).isEqualTo("GENERATE_IMAGE");
            assertThat(told.at("/results/0/file/displayName").asString()).isEqualTo("cat.png");
            assertThat(told.has("error")).isFalse();
        }

        @Test
        void a_failure_brings_its_error_and_no_results() {
            endpoint("\"tool_execution.failed\"");
            start("generate-image");
            server.hand().fail(server.hand().take(EngineName.ILLUSTRATOR), FailureCode.MODEL_ERROR);
            Golden.check(body(decided()), """
                    {"event": "tool_execution.failed", "occurredAt": 1795348800,
                     "toolExecutionId": "vg_tool_ID", "toolType": "GENERATE_IMAGE",
                     "error": {"message": "It came to nothing. Try another prompt.",
                               "code": "model_error", "retryable": true, "charged": false}}""");
        }

        @Test
        void a_cancel_brings_neither() {
            endpoint("\"tool_execution.cancelled\"");
            caller.cancel(caller.started("generate-image", PICTURE));
            Golden.check(body(decided()), """
                    {"event": "tool_execution.cancelled", "occurredAt": 1795348800,
                     "toolExecutionId": "vg_tool_ID", "toolType": "GENERATE_IMAGE"}""");
        }

        @Test
        void a_test_says_that_it_is_one() {
            endpoint("\"tool_execution.cancelled\"");
            var id = caller.found("/v1/webhooks/endpoints").at("/endpoints/0/endpointId");
            caller.post("/v1/webhooks/endpoints/" + id.asString() + "/test");
            Golden.check(body(decided()), """
                    {"event": "webhook.test", "occurredAt": 1795348800}""");
        }

        @Test
        void it_is_not_told_what_it_does_not_want_to_hear() throws IOException {
            endpoint("\"tool_execution.cancelled\"");
            start("generate-image");
            finish();
            assertThat(server.webhooks.decided()).isEmpty();
        }
    }

    @Nested
    class ToTheAddressOfAKey {
        private Client keyed;

        @BeforeEach
        void create() {
            var made = server.client()
                    .done(
                            "POST",
                            "/api/v1/api-keys",
                            "{\"label\":\"app\",\"webhookUrl\":\"" + URL + "\"}");
            keyed = new Client(server.http.port(), made.get("key").asString());
        }

        private void start() {
            keyed.data("generate-image-from-text", """
                    {"workerId": "%s", "prompt": "a cat", "metadata": {"order": "7"}}""".formatted(
                            keyed.data("create-session", "{}").get("sessionId").asString()));
        }

        @Test
        void a_success_brings_the_files_by_their_ids() throws IOException {
            start();
            server.time.pass(Duration.ofMillis(1_500));
            finish();
            Golden.check(body(decided()), """
                    {"id": "whev_ID", "type": "task.completed",
                     "createdAt": "2026-11-22T12:00:01.500Z",
                     "data": {"taskId": "task_ID", "taskType": "TEXT_TO_IMAGE",
                       "status": "COMPLETED",
                       "output": {"assetIds": ["asset_ID"],
                         "facts": {"engine": "hand", "files": [{"assetId": "asset_ID"}]}},
                       "tool": "generate-image-from-text", "sessionId": "sess_ID",
                       "credits": {"estimated": 80, "charged": 80},
                       "createdAt": "2026-11-22T12:00:00Z",
                       "startedAt": "2026-11-22T12:00:01.500Z",
                       "finishedAt": "2026-11-22T12:00:01.500Z",
                       "metadata": {"order": "7"}}}""");
        }

        @Test
        void a_failure_brings_its_error() {
            start();
            server.hand().fail(server.hand().take(EngineName.ILLUSTRATOR), FailureCode.MODEL_ERROR);
            var told = Golden.of(body(decided()));
            assertThat(told.get("type").asString()).isEqualTo("task.failed");
            assertThat(told.at("/data/status").asString()).isEqualTo("FAILED");
            assertThat(told.at("/data/error/code").asString()).isEqualTo("MODEL_ERROR");
            assertThat(told.at("/data/error/retryable").asBoolean()).isTrue();
            assertThat(told.at("/data/output").isMissingNode()).isTrue();
        }

        @Test
        void a_cancel_is_told_too() {
            start();
            var task = keyed.data("list-tasks", "{}").at("/tasks/0/taskId").asString();
            keyed.data("cancel-task", "{\"taskId\":\"" + task + "\"}");
            var told = Golden.of(body(decided()));
            assertThat(told.get("type").asString()).isEqualTo("task.cancelled");
            assertThat(told.at("/data/status").asString()).isEqualTo("CANCELLED");
        }

        @Test
        void other_keys_tasks_are_not_told() throws IOException {
            PayloadsTest.this.start("generate-image");
            finish();
            assertThat(server.webhooks.decided()).isEmpty();
        }
    }

    @Nested
    class ToACallback {
        private String submit() {
            var answer = server.client().call("POST", "/v1/tasks/submit", """
                    {"model": "gpt-image-2", "out_task_id": "mine",
                     "callback_url": "%s", "params": {"prompt": "a cat"}}""".formatted(URL));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return Client.json(answer).get("task_id").asString();
        }

        @Test
        void it_is_what_a_query_answers_but_for_the_addresses() throws IOException {
            var task = submit();
            finish();
            var body = body(decided());
            var query = server.client()
                    .call("GET", "/v1/tasks/query?task_id=" + task, "")
                    .body();
            // Nobody follows a task that has ended, nor on behalf of a key that did not ask.
            var shown = query.replaceAll(",\"stream_url\":\"[^\"]*\"", "");
            assertThat(Golden.of(body.replaceAll("\\?exp=[^\"]*", "")))
                    .isEqualTo(Golden.of(shown.replaceAll("\\?exp=[^\"]*", "")));
            assertThat(body).contains("\"status\":\"completed\"", "\"out_task_id\":\"mine\"");
        }

        @Test
        void its_addresses_live_for_a_week() throws IOException {
            submit();
            finish();
            var week = server.time.instant().plus(Duration.ofDays(7)).getEpochSecond();
            assertThat(body(decided())).contains("?exp=" + week);
        }
    }

    @Nested
    class AsOfTheEntry {
        @Test
        void what_is_made_known_later_does_not_change_it() throws IOException {
            endpoint("\"tool_execution.cancelled\"");
            var id = caller.started("generate-image", PICTURE);
            var hand = server.hand();
            var lease = hand.take(EngineName.ILLUSTRATOR);
            caller.cancel(id);
            var before = body(decided());
            server.time.pass(Duration.ofSeconds(5));
            hand.stopped(lease);
            assertThat(body(decided())).isEqualTo(before);
        }
    }

    @Nested
    class Signed {
        private List<String> names(Delivery delivery) {
            var now = LiveWebhooks.now(server.time, Duration.ZERO);
            return form.headers(delivery, "{}", now).join().stream()
                    .map(Parcel.Header::name)
                    .toList();
        }

        @Test
        void an_endpoint_gets_the_standard_headers_alone() {
            endpoint("\"tool_execution.cancelled\"");
            caller.cancel(caller.started("generate-image", PICTURE));
            assertThat(names(decided()))
                    .containsExactly("webhook-id", "webhook-timestamp", "webhook-signature");
        }

        @Test
        void both_secrets_sign_while_one_is_exchanged_and_one_after_a_day() {
            endpoint("\"tool_execution.cancelled\"");
            caller.cancel(caller.started("generate-image", PICTURE));
            var id = caller.found("/v1/webhooks/endpoints").at("/endpoints/0/endpointId");
            caller.post("/v1/webhooks/endpoints/" + id.asString() + "/rotate-secret");
            assertThat(signatures(Duration.ZERO)).hasSize(2);
            assertThat(signatures(Duration.ofHours(25))).as("clock ahead").hasSize(2);
            server.time.pass(Duration.ofHours(24));
            assertThat(signatures(Duration.ofHours(-25))).hasSize(1);
        }

        private List<String> signatures(Duration wallIsAhead) {
            var now = LiveWebhooks.now(server.time, wallIsAhead);
            var headers = form.headers(decided(), "{}", now).join();
            return List.of(headers.getLast().value().split(" "));
        }
    }
}
