package dev.safelight.app.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An event stream, read event by event as it comes. */
final class HeardEvents implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    /** One event. */
    record Heard(String id, String name, String data) {
        JsonNode json() {
            return JsonMapper.shared().readTree(data);
        }
    }

    private HeardEvents(HttpResponse<InputStream> response) {
        this.response = response;
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static HeardEvents open(HttpRequest request) {
        var response = Client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        return new HeardEvents(response);
    }

    /** The next event; null at the end of the stream. Comments are passed over. */
    @Nullable
    Heard next() {
        String id = "";
        String name = "";
        var data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !name.isEmpty()) return new Heard(id, name, data.toString());
                if (line.startsWith("id: ")) id = line.substring(4);
                if (line.startsWith("event: ")) name = line.substring(7);
                if (line.startsWith("data: ")) data.append(line.substring(6));
            }
            return null;
        } catch (IOException cut) {
            return null;
        }
    }

    /** The next event, of this name. */
    Heard next(String name) {
        var heard = next();
        if (heard == null) throw new AssertionError("the stream ended before " + name);
        assertThat(heard.name()).as(heard.data()).isEqualTo(name);
        return heard;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
