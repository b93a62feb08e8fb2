package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.Hand;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.tool.EngineName;
import dev.safelight.server.http.HttpLimits;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;

/** A key with three submits a minute, and a server that holds two answers. */
public class TasksLimitsTest extends TasksOverTheWire {
    public static final HttpLimits TWO_WAITS = new HttpLimits(
            1 << 20,
            8 << 10,
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            new HttpLimits.Open(new HttpLimits.Permits(1, 2, 2), new HttpLimits.Permits(1, 2, 2)),
            Limits.USUAL.http().together());

    private static final String IMAGES = "/v1/images/generations";

    @Override
    protected LiveServer serve() throws IOException {
        return new LiveServer(folder, TWO_WAITS, new KeyLimits(8, 3, 1_000));
    }

    @Test
    void over_them_a_submit_is_refused_and_a_look_is_not() {
        String task = submit(PICTURE);
        submit(PICTURE);
        submit(PICTURE);
        var response = post(SUBMIT, PICTURE);
        var error = refused(response, 429, "rate_limit_exceeded");
        assertThat(error.get("type").asString()).isEqualTo("rate_limit_exceeded");
        assertThat(error.get("retryable").asBoolean()).isTrue();
        assertThat(header(response, "Retry-After")).isEqualTo("60");
        assertThat(query(task).get("status").asString()).isEqualTo("pending");
    }

    @Test
    void what_cannot_be_held_is_answered_for_it_has_happened() {
        String task = submit(PICTURE);
        var waiting = client.begin(request(client, QUERY, byId(task), "Prefer", "wait=9"));
        server.await("a wait", server.live.waits::size);
        var made = post(SUBMIT, PICTURE, "Prefer", "wait=9");
        assertThat(made.statusCode()).isEqualTo(202);
        assertThat(header(made, "Preference-Applied")).isEmpty();
        var looked = post(QUERY, byId(task), "Prefer", "wait=9");
        assertThat(Client.json(looked).get("status").asString()).isEqualTo("pending");
        int tasks = client.data("list-tasks", "{}").get("tasks").size();
        var blocking = post(IMAGES, "{\"model\":\"seedream-v4\",\"prompt\":\"a cat\"}");
        var error = refused(blocking, 429, "rate_limit_exceeded");
        assertThat(error.get("charged").asBoolean()).isFalse();
        assertThat(client.data("list-tasks", "{}").get("tasks")).hasSize(tasks);
        client.done("POST", CANCEL, byId(task));
        assertThat(waiting.join().statusCode()).isEqualTo(200);
    }

    @Test
    void the_place_of_a_blocking_call_is_free_once_it_is_answered_or_refused() throws IOException {
        var cat = "{\"model\":\"seedream-v4\",\"prompt\":\"a cat\"}";
        var hand = server.hand();
        picture(hand, cat, "k");
        var other = cat.replace("cat", "dog");
        refused(post(IMAGES, other, "Idempotency-Key", "k"), 422, "idempotency_conflict");
        picture(hand, other, "l");
    }

    private void picture(Hand hand, String json, String key) throws IOException {
        var waiting = client.begin(request(client, IMAGES, json, "Idempotency-Key", key));
        server.await("a wait", server.live.waits::size);
        hand.finish(hand.take(EngineName.ILLUSTRATOR), "image/png", "a.png", new byte[9]);
        assertThat(waiting.join().statusCode()).isEqualTo(200);
        server.awaitNone("waits", server.http::heldAnswers);
    }
}
