package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/** What a client that polls is told: how long it will probably be, and when to ask again. */
class WhenToAskAgainTest extends TasksOverTheWire {
    private static final String AGAIN = "Retry-After";

    @Nested
    class WhileATaskIsLive {
        @Test
        void every_dialect_says_when_to_ask_again() {
            String task = submit(DOCUMENTED);

            assertThat(header(get(QUERY + "?task_id=" + task), AGAIN)).isEqualTo("15");
            assertThat(header(get("/v1/tools/executions/" + task), AGAIN)).isEqualTo("15");
            var status = client.execute("get-task-status", "{\"taskId\":\"" + task + "\"}");
            assertThat(header(status, AGAIN)).isEqualTo("15");
        }
    }

    @Nested
    class OnceItHasEnded {
        @Test
        void there_is_nothing_to_ask_again_for() throws IOException {
            String task = submit(PICTURE);
            finish();

            assertThat(header(get(QUERY + "?task_id=" + task), AGAIN)).isEmpty();
        }

        @Test
        void the_next_one_is_expected_to_take_as_long() throws IOException {
            assertThat(query(submit(PICTURE)).get("estimated_seconds").asInt()).isGreaterThan(1);
            finish();

            // The one before ran for no time at all, so far as anybody can see.
            assertThat(query(submit(PICTURE)).get("estimated_seconds").asInt()).isEqualTo(1);
        }

        private void finish() throws IOException {
            var hand = server.hand();
            hand.finish(
                    hand.take(EngineName.ILLUSTRATOR),
                    "image/png",
                    "a.png",
                    new byte[] {1},
                    "{\"width\":8,\"height\":8}");
        }
    }
}
