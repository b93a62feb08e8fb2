package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.EventReader;
import dev.safelight.app.live.Hand;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.http.HttpRequest;

/** {@code GET /v1/tasks/stream/{task_id}}, by key. */
@Timeout(60)
public class TaskStreamTest extends TasksOverTheWire {
    private static final byte[] BYTES = {1, 2, 3};
    private static final String STREAM = "/v1/tasks/stream/";
    private @Nullable Hand hand;

    private EventReader stream(String task) {
        return EventReader.open(client.request(STREAM + task).build());
    }

    private EventReader streamAfter(String task, String id) {
        return EventReader.open(
                client.request(STREAM + task).header("Last-Event-ID", id).build());
    }

    /** Another worker would be taken for the first one started anew. */
    private Hand hand() {
        if (hand == null) hand = server.hand();
        return hand;
    }

    private Lease run() {
        return hand().take(EngineName.ILLUSTRATOR);
    }

    private void progress(Lease lease, int percent) {
        hand().progress(lease, percent);
    }

    private void finish(Lease lease) throws IOException {
        hand().finish(lease, "image/png", "a.png", BYTES);
    }

    private static String told(EventReader.Event event) {
        return event.id() + " " + event.name();
    }

    @Nested
    class WithoutACursor {
        @Test
        void begins_with_the_task_as_it_is_and_tells_each_change_until_the_end()
                throws IOException {
            String task = submit(PICTURE);
            try (var stream = stream(task)) {
                var first = stream.next();
                assertThat(told(first)).isEqualTo("1 pending");
                assertThat(first.json().get("task_id").asString()).isEqualTo(task);
                assertThat(first.json().get("progress").asInt()).isZero();
                var lease = run();
                assertThat(told(stream.next())).isEqualTo("2 running");
                progress(lease, 40);
                var along = stream.next();
                assertThat(told(along)).isEqualTo("3 progress");
                assertThat(along.json().get("progress").asInt()).isEqualTo(40);
                assertThat(along.json().get("status").asString()).isEqualTo("running");
                finish(lease);
                var last = stream.next();
                assertThat(told(last)).isEqualTo("4 completed");
                assertThat(last.json().get("progress").asInt()).isEqualTo(100);
                assertThat(last.json().at("/output/0/url").asString()).startsWith("http");
                assertThat(stream.nextOrNull()).isNull();
            }
            server.awaitNone("open streams", server.http::openStreams);
        }

        @Test
        void begins_with_the_state_and_not_with_the_latest_entry() {
            String task = submit(PICTURE);
            progress(run(), 40);
            try (var stream = stream(task)) {
                assertThat(told(stream.next())).isEqualTo("3 running");
            }
        }

        @Test
        void of_a_task_that_has_ended_tells_its_end_and_closes() {
            String task = submit(PICTURE);
            hand().fail(run(), FailureCode.MODEL_ERROR);
            try (var stream = stream(task)) {
                var end = stream.next();
                assertThat(told(end)).isEqualTo("3 failed");
                assertThat(end.json().get("error_code").asString()).isEqualTo("model_error");
                assertThat(stream.nextOrNull()).isNull();
            }
        }

        @Test
        void has_the_shape_of_a_query_and_progress() {
            String task = submit(DOCUMENTED);
            try (var stream = stream(task)) {
                var told = names(stream.next().json());
                var queried = names(query(task));
                assertThat(told).endsWith("progress");
                assertThat(queried).endsWith("stream_url");
                assertThat(told.subList(0, told.size() - 1))
                        .isEqualTo(queried.subList(0, queried.size() - 1));
            }
        }
    }

    @Nested
    class WithACursor {
        private String ended() throws IOException {
            String task = submit(PICTURE);
            var lease = run();
            progress(lease, 40);
            finish(lease);
            return task;
        }

        @Test
        void tells_what_follows_as_of_each_event_and_not_as_of_now() throws IOException {
            String task = ended();
            try (var stream = streamAfter(task, "1")) {
                var events = stream.rest();
                assertThat(events)
                        .extracting(TaskStreamTest::told)
                        .containsExactly("2 running", "3 progress", "4 completed");
                assertThat(events.get(1).json().get("status").asString()).isEqualTo("running");
                assertThat(events.get(1).json().get("progress").asInt()).isEqualTo(40);
            }
        }

        @Test
        void is_read_from_the_address_too_and_zero_is_the_beginning() throws IOException {
            String address = STREAM + ended() + "?last_event_id=0";
            try (var stream = EventReader.open(client.request(address).build())) {
                assertThat(stream.rest())
                        .extracting(EventReader.Event::id)
                        .containsExactly("1", "2", "3", "4");
            }
        }

        @Test
        void at_the_end_or_past_it_gets_204_so_that_browsers_stop() throws IOException {
            String task = ended();
            for (var id : new String[] {"4", "5", "999999999999"}) {
                var response = Client.send(client.request(STREAM + task)
                        .header("Last-Event-ID", id)
                        .build());
                assertThat(response.statusCode()).as(id).isEqualTo(204);
                assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
            }
        }

        @Test
        void at_a_cancel_after_which_the_engine_has_stopped_gets_204() {
            String task = submit(PICTURE);
            var lease = run();
            client.done("POST", CANCEL + "/" + task, "");
            hand().stopped(lease);
            try (var stream = streamAfter(task, "2")) {
                assertThat(stream.rest())
                        .extracting(TaskStreamTest::told)
                        .containsExactly("3 cancelled");
            }
            var again = Client.send(
                    client.request(STREAM + task).header("Last-Event-ID", "3").build());
            assertThat(again.statusCode()).isEqualTo(204);
        }

        @Test
        void beyond_a_live_log_is_told_to_resync_once_and_goes_on_from_there() {
            String task = submit(PICTURE);
            try (var stream = streamAfter(task, "7")) {
                var resync = stream.next();
                assertThat(told(resync)).isEqualTo("1 resync");
                assertThat(resync.json().get("status").asString()).isEqualTo("pending");
                run();
                assertThat(told(stream.next())).isEqualTo("2 running");
            }
        }

        @Test
        void that_is_no_number_is_refused() {
            String task = submit(PICTURE);
            for (var odd : new String[] {"x", "-1", "1.5", "1234567890123456789"})
                refusedFor(get(STREAM + task + "?last_event_id=" + odd), "last_event_id", "event");
        }
    }

    @Nested
    class IsShown {
        @Test
        void to_the_key_that_submitted_alone() {
            String task = submit(PICTURE);
            for (var other : new Client[] {colleague(), server.stranger()}) {
                var strange = other.call("GET", STREAM + task, "");
                refused(strange, 404, "task_not_found");
                assertThat(told(strange)).isEqualTo(told(other.call("GET", STREAM + ABSENT, "")));
            }
            refused(get(STREAM + ABSENT), 404, "task_not_found");
            refused(get(STREAM + "nonsense"), 404, "task_not_found");
        }

        @Test
        void without_a_body_to_who_asks_for_none() {
            String task = submit(PICTURE);
            var response = Client.send(client.request(STREAM + task)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).isEqualTo("text/event-stream");
            assertThat(header(response, "X-Accel-Buffering")).isEqualTo("no");
            assertThat(server.http.openStreams()).isZero();
        }
    }
}
