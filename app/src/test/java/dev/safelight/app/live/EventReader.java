package dev.safelight.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a stream of events as they come, as the standard of EventSource says. */
public final class EventReader implements AutoCloseable {
    public final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    /**
     * An event.
     *
     * @param id of this event or of the last one before it that had any
     * @param name empty for a comment
     */
    public record Event(@Nullable String id, String name, String data) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(data);
        }

        public boolean isComment() {
            return name.isEmpty();
        }
    }

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Opens a stream, which has to be answered 200. */
    public static EventReader open(HttpRequest request) {
        var response = Client.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new EventReader(response);
    }

    /** The next event or comment, or null once the stream has ended. */
    @Nullable
    public Event nextOrComment() {
        String id = null;
        String name = "";
        var data = new ArrayList<String>();
        while (true) {
            String line = line();
            if (line == null) return null;
            if (line.equals(":")) return new Event(null, "", "");
            if (line.isEmpty()) {
                if (!name.isEmpty()) return new Event(id, name, String.join("\n", data));
                continue;
            }
            String value = line.substring(line.indexOf(':') + 1).stripLeading();
            if (line.startsWith("id:")) id = value;
            if (line.startsWith("event:")) name = value;
            if (line.startsWith("data:")) data.add(value);
        }
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException broken) {
            throw new AssertionError("the stream broke off", broken);
        }
    }

    /** The next event, which there has to be. */
    public Event next() {
        return Objects.requireNonNull(nextOrNull(), "no event follows");
    }

    /** The next event, or null once the stream has ended. */
    public @Nullable Event nextOrNull() {
        while (true) {
            var event = nextOrComment();
            if (event == null || !event.isComment()) return event;
        }
    }

    /** All that follow until the stream ends. */
    public List<Event> rest() {
        var events = new ArrayList<Event>();
        for (var event = nextOrNull(); event != null; event = nextOrNull()) events.add(event);
        return events;
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
