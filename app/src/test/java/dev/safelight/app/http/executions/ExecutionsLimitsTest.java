package dev.safelight.app.http.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.http.tasks.TasksLimitsTest;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.access.KeyLimits;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** A key that may start once a minute and wait once at a time. */
class ExecutionsLimitsTest extends InExecutions {

    @Override
    protected LiveServer serve() throws IOException {
        return new LiveServer(folder, TasksLimitsTest.TWO_WAITS, new KeyLimits(8, 1, 100));
    }

    @Test
    void a_second_start_is_429_with_times_in_seconds_and_a_cancel_still_goes() {
        String id = caller.started("generate-image", CAT);
        var answer = caller.start("generate-image", CAT);
        assertThat(told(answer)).isEqualTo("429 rate_limited");
        long now = server.time.instant().getEpochSecond();
        assertThat(answer.headers().firstValueAsLong("X-RateLimit-Reset")).hasValue(now + 60);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(60);
        assertThat(answer.headers().firstValue("RateLimit")).isPresent();
        assertThat(caller.cancel(id).statusCode()).isEqualTo(202);
    }

    @Test
    void a_second_wait_is_answered_at_once_with_the_execution_as_it_is() {
        String id = caller.started("generate-image", CAT);
        var waiting = caller.await(id, 9);
        server.await("a wait", server.live.waits::size);
        var answer = caller.get("/v1/tools/executions/" + id, "Prefer", "wait=9");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Client.json(answer).get("status").asString()).isEqualTo("pending");
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
        caller.cancel(id);
        assertThat(waiting.join().statusCode()).isEqualTo(200);
    }
}
