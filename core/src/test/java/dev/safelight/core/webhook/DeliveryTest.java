package dev.safelight.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.TaskId;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class DeliveryTest {
    private static final TaskId TASK = new TaskId(new Id(1, 2));
    private static final Target ENDPOINT = endpoint("https://a.example/");
    private static final Target CALLBACK =
            new Target.OfCallback(TASK, "https://a.example/", "tools");

    private static Target endpoint(String url) {
        return new Target.OfEndpoint(new EndpointId(new Id(3, 4)), url, "tools");
    }

    private static String id(Target target, TaskId task, long sequence, int attempts) {
        var due = Instant.parse("2026-11-22T12:00:00Z").plusSeconds(attempts);
        var progress = new Delivery.Progress(Delivery.State.LINED_UP, due, attempts, null);
        var about = new Delivery.About.OfTask(task, sequence);
        return new Delivery(new Cursor("1"), new AccountId(1), target, about, progress).webhookId();
    }

    @Nested
    class TheWebhookId {
        @Test
        void is_the_same_on_every_attempt_and_wherever_the_endpoint_has_moved() {
            assertThat(id(ENDPOINT, TASK, 5, 9)).isEqualTo(id(ENDPOINT, TASK, 5, 0));
            assertThat(id(endpoint("https://b.example/"), TASK, 5, 0))
                    .isEqualTo(id(ENDPOINT, TASK, 5, 0));
        }

        @Test
        void is_another_for_each_target_task_and_entry() {
            var other = new TaskId(new Id(1, 3));
            var second = new Target.OfEndpoint(new EndpointId(new Id(3, 5)), "u", "tools");
            assertThat(new String[] {
                        id(ENDPOINT, TASK, 5, 0),
                        id(second, TASK, 5, 0),
                        id(CALLBACK, TASK, 5, 0),
                        id(ENDPOINT, other, 5, 0),
                        id(ENDPOINT, TASK, 6, 0)
                    })
                    .doesNotHaveDuplicates()
                    .allSatisfy(id -> assertThat(id).startsWith("msg_").hasSizeGreaterThan(20));
        }
    }

    @Nested
    class StoredCodes {
        @ParameterizedTest
        @CsvSource({"0, DECIDED", "1, DELIVERED", "2, FAILED", "3, DROPPED", "4, LINED_UP"})
        void of_a_delivery_stay(int code, Delivery.State state) {
            assertThat(state.code()).isEqualTo(code);
            assertThat(Delivery.State.of(code)).isEqualTo(state);
        }

        @ParameterizedTest
        @CsvSource({"0, ACTIVE", "1, DISABLED", "2, DELETED"})
        void of_an_endpoint_stay(int code, Endpoint.State state) {
            assertThat(state.code()).isEqualTo(code);
            assertThat(Endpoint.State.of(code)).isEqualTo(state);
        }
    }
}
