package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.app.live.RawSocket;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.server.http.HttpLimits;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

class LimitsTest extends OverTheWire {
    private static final HttpLimits ONE_WAIT = new HttpLimits(
            1 << 20,
            8 << 10,
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            new HttpLimits.Open(new HttpLimits.Permits(1, 2, 2), new HttpLimits.Permits(1, 2, 2)),
            Limits.USUAL.http().together());

    @Override
    protected LiveServer serve() throws IOException {
        return new LiveServer(folder, ONE_WAIT, new KeyLimits(8, 3, 1_000));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Nested
    class WhenAKeyCallsOften {

        @Test
        void every_answer_says_what_is_left() {
            var response = client.execute("create-session", "{}");
            assertThat(header(response, "x-ratelimit-limit")).isEqualTo("3");
            assertThat(header(response, "x-ratelimit-remaining")).isEqualTo("2");
            long reset = server.time.instant().plusSeconds(60).toEpochMilli();
            assertThat(header(response, "x-ratelimit-reset")).isEqualTo(Long.toString(reset));
            assertThat(header(response, "ratelimit-policy")).isEqualTo("\"submits\";q=3;w=60");
            assertThat(header(response, "ratelimit")).isEqualTo("\"submits\";r=2;t=60");
            assertThat(header(client.execute("list-tools", "{}"), "ratelimit")).contains("reads");
        }

        @Test
        void waits_looks_and_cancels_take_nothing_from_its_submits() {
            String task = client.data("generate-tts", "{\"text\":\"a\"}")
                    .get("taskId")
                    .asString();
            String body = "{\"taskId\":\"" + task + "\"}";
            for (var tool : List.of("get-task-status", "cancel-task", "wait-for-task")) {
                var response = client.execute(tool, body);
                assertThat(response.statusCode()).as(tool).isEqualTo(200);
                assertThat(header(response, "ratelimit-policy"))
                        .as(tool)
                        .isEqualTo("\"reads\";q=1000;w=60");
            }
            assertThat(header(client.execute("create-session", "{}"), "ratelimit"))
                    .isEqualTo("\"submits\";r=1;t=60");
        }

        @Test
        void one_too_many_is_refused_until_the_window_has_moved() {
            for (int call = 0; call < 3; call++)
                assertThat(client.execute("create-session", "{}").statusCode()).isEqualTo(200);
            server.time.pass(Duration.ofSeconds(10));
            var refused = client.execute("create-session", "{}");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(header(refused, "retry-after")).isEqualTo("50");
            assertThat(refused.body()).contains("Rate limit exceeded. Try again in 50s.");
            assertThat(client.execute("list-tools", "{}").statusCode()).isEqualTo(200);
            assertThat(server.stranger().execute("create-session", "{}").statusCode())
                    .isEqualTo(200);
            server.time.pass(Duration.ofSeconds(50));
            assertThat(client.execute("create-session", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class WhenWaitsAreManyAlready {

        @Test
        void one_too_many_of_a_key_is_refused_and_a_place_is_free_after_an_end() {
            String task = wait(client);
            var second = client.execute("wait-for-task", task);
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.body()).contains("too_many_waits");
            assertThat(server.live.waits.size()).isEqualTo(1);
            client.execute("cancel-task", task);
            server.awaitNone("held answers", server.http::heldAnswers);
            wait(client);
        }

        private String wait(Client who) {
            String id =
                    who.data("generate-tts", "{\"text\":\"a\"}").get("taskId").asString();
            String task = "{\"taskId\":\"" + id + "\"}";
            var _ = who.begin("wait-for-task", task);
            server.await("a held answer", server.http::heldAnswers);
            return task;
        }
    }

    @Nested
    class WhenAClientVanishes {

        @Test
        void its_wait_is_freed_at_the_next_spaces() throws IOException {
            String id = client.data("generate-tts", "{\"text\":\"a\"}")
                    .get("taskId")
                    .asString();
            String body = "{\"taskId\":\"" + id + "\"}";
            try (var socket = new RawSocket(server)) {
                socket.say("POST /api/v1/tools/wait-for-task/execute HTTP/1.1\r\nHost: x\r\n"
                        + "x-api-key: " + LiveServer.KEY + "\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
                server.await("a held answer", server.http::heldAnswers);
            }
            // The first space learns that nobody listens, the second that it was so.
            for (int beat = 0; beat < 3; beat++) server.pass(Duration.ofSeconds(16));
            server.awaitNone("held answers", server.http::heldAnswers);
            server.awaitNone("parked callers", server.live.waits::size);
        }
    }
}
