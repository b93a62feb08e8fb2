package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.EventReader;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.RawSocket;
import dev.safelight.core.tool.EngineName;
import dev.safelight.server.http.HttpLimits;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/** A server on which two streams may be open, one of a key. */
@Timeout(60)
class StreamLimitsTest extends TasksOverTheWire {
    private static final String STREAM = "/v1/tasks/stream/";
    private static final HttpLimits ONE_OF_A_KEY = new HttpLimits(
            1 << 20,
            8 << 10,
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            new HttpLimits.Open(
                    Limits.USUAL.http().open().waits(), new HttpLimits.Permits(1, 2, 2)),
            Limits.USUAL.http().together());

    @Override
    protected LiveServer serve() throws IOException {
        return new LiveServer(folder, ONE_OF_A_KEY, Limits.USUAL.firstKeys());
    }

    private EventReader stream(Client by, String task) {
        var stream = EventReader.open(by.request(STREAM + task).build());
        stream.next();
        return stream;
    }

    private String submitBy(Client who) {
        return Client.json(Client.send(request(who, SUBMIT, PICTURE)))
                .get("task_id")
                .asString();
    }

    @Nested
    class WhenStreamsAreManyAlready {
        @Test
        void one_too_many_of_a_key_is_refused_and_a_place_is_free_after_an_end() {
            String task = submit(PICTURE);
            try (var _ = stream(client, task)) {
                var refused = refused(get(STREAM + task), 429, "rate_limit_exceeded");
                assertThat(refused.get("message").asString()).contains("1 open streams");
                client.done("POST", CANCEL + "/" + task, "");
                server.awaitNone("open streams", server.http::openStreams);
            }
            try (var _ = stream(client, task)) {
                assertThat(task).isNotEmpty();
            }
        }

        @Test
        void one_too_many_of_all_is_refused() {
            var third = colleague();
            String task = submitBy(third);
            try (var _ = stream(client, submit(PICTURE));
                    var _ = stream(server.stranger(), submitBy(server.stranger()))) {
                var refused = third.call("GET", STREAM + task, "");
                assertThat(header(refused, "Retry-After")).isEqualTo("5");
                refused(refused, 503, "api_error");
            }
        }
    }

    @Nested
    class WhileNothingHappens {
        @Test
        void a_comment_without_an_id_comes_every_15_seconds() {
            try (var stream = stream(client, submit(PICTURE))) {
                for (int beat = 0; beat < 3; beat++) {
                    server.pass(Duration.ofSeconds(14));
                    server.pass(Duration.ofSeconds(2));
                    var comment = Objects.requireNonNull(stream.nextOrComment());
                    assertThat(comment.isComment()).isTrue();
                    assertThat(comment.id()).isNull();
                }
                server.hand().take(EngineName.ILLUSTRATOR);
                assertThat(stream.next().name()).isEqualTo("running");
            }
        }

        @Test
        void a_client_that_has_vanished_is_freed_by_comments() throws IOException {
            String task = submit(PICTURE);
            try (var socket = new RawSocket(server)) {
                socket.say("GET " + STREAM + task + " HTTP/1.1\r\nHost: x\r\nx-api-key: "
                        + LiveServer.KEY + "\r\n\r\n");
                socket.hearUntil("event: pending");
            }
            // The first comment learns that nobody listens, the second that it was so; the system
            // takes a moment of its own in between.
            server.awaitNone("open streams", () -> {
                server.pass(Duration.ofSeconds(16));
                return server.http.openStreams();
            });
        }
    }

    @Test
    void a_drain_ends_streams_between_two_events() {
        String task = submit(PICTURE);
        try (var stream = stream(client, task)) {
            server.http.drain(Duration.ofSeconds(5));
            assertThat(stream.nextOrNull()).isNull();
        }
        assertThat(server.http.openStreams()).isZero();
    }

    @Test
    void who_comes_during_a_drain_over_an_open_connection_is_let_in_and_sent_away()
            throws IOException {
        String request = "GET " + STREAM + submit(PICTURE) + " HTTP/1.1\r\nHost: x\r\nx-api-key: "
                + LiveServer.KEY + "\r\n\r\n";
        try (var socket = new RawSocket(server)) {
            // The server takes up the second one when the drain has ended the first.
            socket.say(request + request);
            socket.hearUntil("event: pending");
            server.http.drain(Duration.ofSeconds(5));
            String rest = socket.hear().text();
            String second = rest.substring(rest.indexOf("HTTP/1.1 "));
            assertThat(second)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("text/event-stream", "Connection: close", "retry: 1500")
                    .doesNotContain("event:")
                    .endsWith("\r\n\r\nretry: 1500\n\n");
        }
        server.awaitNone("open streams", server.http::openStreams);
    }

    @Test
    void metrics_count_open_streams() {
        try (var _ = stream(client, submit(PICTURE))) {
            assertThat(get("/metrics").body()).contains("safelight_http_streams 1.0");
        }
    }
}
