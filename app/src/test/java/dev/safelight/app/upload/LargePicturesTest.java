package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.HeadInspector;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Photographs as {@code data:} URIs, which are longer than other bodies may be. */
class LargePicturesTest extends Receiving {
    private static final int MOST = 16 << 20;

    private HttpRequest submit(String picture) {
        String json = "{\"model\":\"sora-2\",\"params\":{\"prompt\":\"a cat\","
                + "\"duration_seconds\":1" + picture + "}}";
        return client.request("/v1/tasks/submit")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest submit(byte[] picture) {
        String coded = Base64.getEncoder().encodeToString(picture);
        return submit(",\"image_init\":\"data:image/png;base64," + coded + "\"");
    }

    private static void taken(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    }

    @Test
    void of_nearly_the_longest_body_are_taken() throws IOException {
        byte[] photograph = Bytes.png(MOST / 4 * 3 - 3_000);
        taken(Client.send(submit(photograph)));
        assertThat(stored()).isEqualTo(photograph.length);
        nothingIsLeft();
    }

    @Test
    void beyond_it_are_refused_before_they_are_sent_and_told_how_to_come() throws IOException {
        try (var socket = socket()) {
            var reply = socket.say("POST /v1/tasks/submit HTTP/1.1\r\nHost: x\r\nx-api-key: "
                            + client.key() + "\r\nContent-Length: " + (MOST + 1) + "\r\n\r\n")
                    .hear();
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.problem().at("/error/message").asString())
                    .contains(MOST + " bytes", "upload");
        }
    }

    @Test
    void beyond_it_are_refused_when_they_become_so() {
        assertThat(Client.send(submit(Bytes.png(MOST / 4 * 3))).statusCode()).isEqualTo(413);
    }

    @Test
    void make_no_other_call_take_more() {
        var query = client.request("/v1/tasks/query")
                .POST(BodyPublishers.ofString("{\"task_id\":\"" + "a".repeat(1 << 20) + "\"}"));
        var response = Client.send(query.build());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains((1 << 20) + " bytes").doesNotContain("upload");
    }

    @Test
    void are_worked_on_two_at_once_and_keep_nobody_else_waiting() {
        var go = new CountDownLatch(1);
        var looks = new AtomicInteger();
        server.hindrances.inspector = file -> {
            looks.incrementAndGet();
            await(go);
            return new HeadInspector().inspect(file);
        };
        var two = List.of(
                client.begin(submit(Bytes.png(1_000_001))),
                client.begin(submit(Bytes.png(1_000_002))));
        server.awaitAtLeast(2, looks::get);
        var third = Client.send(submit(Bytes.png(1_000_003)));
        assertThat(third.statusCode()).as(third.body()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Client.json(third).at("/error/retryable").asBoolean()).isTrue();
        taken(Client.send(submit("")));
        go.countDown();
        for (var one : two) taken(one.join());
        for (int n = 0; n < 3; n++) taken(Client.send(submit(Bytes.png(1_000_010 + n))));
    }

    @Test
    void leave_their_places_while_their_answers_are_held() {
        var held = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int n = 1; n <= 3; n++) {
            var request = submit(Bytes.png(1_000_000 + n));
            held.add(client.begin(HttpRequest.newBuilder(request, (name, value) -> true)
                    .header("Prefer", "wait=60")
                    .build()));
            server.awaitAtLeast(n, server.http::heldAnswers);
        }
        server.http.drain(Duration.ofSeconds(10));
        for (var answer : held) taken(answer.join());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
