package dev.safelight.app.http.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Tasks that end by a limit of their submit's, as each dialect words it. */
class OwnDeadlinesTest extends OverTheWire {
    private ExecutionsClient caller;

    @BeforeEach
    void call() {
        caller = new ExecutionsClient(client);
    }

    private String submit(String limits) {
        var json = "{\"prompt\":\"a cat\"" + limits + "}";
        return caller.started("generate-image", json);
    }

    /** The writer looks at what is due with the next thing that it does. */
    private void expire(Duration time) {
        server.pass(time);
        client.data("create-session", "{}");
    }

    /** The same failure in the three dialects. */
    private void told(String id, String code, String camel, String snake) {
        var executions = caller.execution(id).get("error");
        var tools =
                client.data("get-task-status", "{\"taskId\":\"" + id + "\"}").get("error");
        var tasks = client.done("POST", "/v1/tasks/query", "{\"task_id\":\"" + id + "\"}");
        assertThat(tools.get("code").asString()).isEqualTo(code);
        assertThat(tasks.get("error_code").asString()).isEqualTo(code);
        assertThat(executions.get("message").asString()).endsWith(camel);
        assertThat(tools.get("message").asString()).endsWith(camel);
        assertThat(tasks.get("error_message").asString()).endsWith(snake);
    }

    @Test
    void one_that_was_not_started_in_time_names_the_field() {
        String id = submit(",\"startDeadlineSeconds\":30");
        expire(Duration.ofSeconds(31));
        told(
                id,
                "queue_expired",
                " Its startDeadlineSeconds was 30.",
                " Its start_deadline_seconds was 30.");
    }

    @Test
    void one_that_ran_too_long_names_the_field() {
        String id = submit(",\"runDeadlineSeconds\":20");
        server.hand().take(EngineName.ILLUSTRATOR);
        expire(Duration.ofSeconds(21));
        told(
                id,
                "deadline_exceeded",
                " Its runDeadlineSeconds was 20.",
                " Its run_deadline_seconds was 20.");
    }

    @Test
    void one_that_met_the_deadline_of_its_tool_names_none() {
        String id = submit(",\"runDeadlineSeconds\":86400");
        server.hand().take(EngineName.ILLUSTRATOR);
        expire(Duration.ofMinutes(5).plusSeconds(1));
        told(id, "deadline_exceeded", "submit it again.", "submit it again.");
    }

    @Test
    void any_other_failure_names_none() {
        String id = submit(",\"startDeadlineSeconds\":30,\"runDeadlineSeconds\":20");
        var hand = server.hand();
        hand.fail(hand.take(EngineName.ILLUSTRATOR), FailureCode.STORAGE_FAILED);
        told(id, "storage_failed", "Try another prompt.", "Try another prompt.");
    }
}
