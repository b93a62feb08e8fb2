package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.EventReader;
import dev.safelight.app.live.LiveServer;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.TaskId;
import dev.safelight.server.dialect.Caller;
import dev.safelight.server.dialect.StreamAddresses;
import dev.safelight.server.http.HttpLimits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;

/** A page that follows a task by its address can read why it may not. */
@Timeout(60)
class StreamAddressRefusalsTest extends TasksOverTheWire {
    private static final HttpLimits ONE_STREAM = new HttpLimits(
            1 << 20,
            8 << 10,
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            new HttpLimits.Open(
                    Limits.USUAL.http().open().waits(), new HttpLimits.Permits(1, 1, 2)),
            Limits.USUAL.http().together());

    @Override
    protected LiveServer serve() throws IOException {
        return new LiveServer(folder, ONE_STREAM, new KeyLimits(8, 6_000, 4));
    }

    private static HttpRequest at(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    /** Refused so that any page can read why, and no cache keeps it. */
    private static HttpResponse<String> refusedToAPage(String address, int status, String code) {
        var response = Client.send(at(address));
        refused(response, status, code);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        return response;
    }

    @Test
    void a_task_that_is_absent() {
        var addresses = new StreamAddresses(
                server.http.address(),
                server.live.store.secrets(),
                server.live.store.accounts(),
                server.time);
        var caller = new Caller(server.owner, new KeyText(LiveServer.KEY).digest());
        var absent = new TaskId(new Id(server.time.instant().toEpochMilli() << 16, 0));
        String path = "/v1/tasks/stream/task_" + absent;
        String address = addresses.sign(caller, path, absent, Duration.ofDays(1));
        refusedToAPage(Objects.requireNonNull(address), 404, "task_not_found");
    }

    @Test
    void an_address_that_was_changed() {
        String address = submitted(PICTURE).get("stream_url").asString();
        refusedToAPage(address + "0", 403, "permission_denied");
    }

    @Test
    void a_stream_too_many() {
        String address = submitted(PICTURE).get("stream_url").asString();
        try (var stream = EventReader.open(at(address))) {
            stream.next();
            var refused = refusedToAPage(address, 429, "rate_limit_exceeded");
            assertThat(header(refused, "Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void more_calls_than_the_key_has_reads() {
        String address = submitted(PICTURE).get("stream_url").asString();
        String task = address.replaceAll(".*(task_\\w{26}).*", "$1");
        client.done("POST", CANCEL + "/" + task, "");
        var pastTheEnd = HttpRequest.newBuilder(URI.create(address))
                .header("Last-Event-ID", "9")
                .build();
        for (int left = 2; left >= 0; left--) {
            var answer = Client.send(pastTheEnd);
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(header(answer, "RateLimit")).startsWith("\"reads\";r=" + left + ";");
            // Whoever has the address of one task is told nothing of the key's credits.
            assertThat(header(answer, "X-Quota-Remaining-Credits")).isEmpty();
        }
        var refused = refusedToAPage(address, 429, "rate_limit_exceeded");
        assertThat(header(refused, "Retry-After")).isEqualTo("60");
        refused(get(QUERY + "?task_id=" + task), 429, "rate_limit_exceeded");
    }
}
