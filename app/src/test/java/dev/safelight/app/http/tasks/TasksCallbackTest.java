package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.webhook.Target;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/** The {@code callback_url} of a submit. */
class TasksCallbackTest extends TasksOverTheWire {
    private static final String URL = "https://my-app.example.com/bytespike/webhook";
    private static final String REFUSED = "https://refused.example/";

    private static String with(String url, String more) {
        return PICTURE.replaceFirst("\\{", "{\"callback_url\": \"" + url + "\"," + more);
    }

    private void finish() throws IOException {
        var hand = server.hand();
        hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", new byte[9]);
    }

    @Test
    void is_told_at_the_end_and_not_before() throws IOException {
        submit(with(URL, ""));
        assertThat(server.webhooks.decided()).isEmpty();
        finish();
        var decided = server.webhooks.decided();
        assertThat(decided).hasSize(1);
        assertThat(decided.getFirst().target()).isInstanceOf(Target.OfCallback.class);
        assertThat(decided.getFirst().target().url()).isEqualTo(URL);
    }

    @Test
    void of_null_is_none() throws IOException {
        submit(PICTURE.replaceFirst("\\{", "{\"callback_url\": null,"));
        finish();
        assertThat(server.webhooks.decided()).isEmpty();
    }

    @Nested
    class ThatMayNotBeNamed {
        @Test
        void is_refused_by_its_name_and_makes_no_task() {
            refusedFor(post(SUBMIT, with(REFUSED, "")), "callback_url", "callback_url");
            refusedFor(post(SUBMIT, with("http://a.example", "")), "callback_url", "");
            refusedFor(post(SUBMIT, with("", "")), "callback_url", "");
            refusedFor(post(SUBMIT, with("", "").replace("\"\"", "7")), "callback_url", "");
            assertThat(client.data("list-tasks", "{}").get("tasks")).isEmpty();
        }

        @Test
        void matters_to_nobody_where_the_same_came_before() {
            var name = "\"out_task_id\": \"mine\",";
            var task = submit(with(URL, name));
            var again = post(SUBMIT, with(REFUSED, name));
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(Client.json(again).get("task_id").asString()).isEqualTo(task);
        }

        @Test
        void matters_under_a_name_that_is_new() {
            var name = "\"out_task_id\": \"mine\",";
            refusedFor(post(SUBMIT, with(REFUSED, name)), "callback_url", "");
            submit(with(URL, name));
        }

        @Test
        void matters_to_nobody_under_a_key_that_was_used() {
            var first = submitted(with(URL, ""), "Idempotency-Key", "k");
            var again = post(SUBMIT, with(REFUSED, ""), "Idempotency-Key", "k");
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(Client.json(again)).isEqualTo(first);
            assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        }
    }

    @Test
    void another_one_alone_is_no_conflict_and_is_ignored() throws IOException {
        var name = "\"out_task_id\": \"mine\",";
        submit(with(URL, name));
        assertThat(post(SUBMIT, with(URL + "/other", name)).statusCode()).isEqualTo(200);
        finish();
        assertThat(server.webhooks.decided().getFirst().target().url()).isEqualTo(URL);
    }
}
