package dev.safelight.client;

import dev.safelight.client.json.Json;
import dev.safelight.client.json.JsonException;
import dev.safelight.client.json.JsonReader;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Reads the feed of an account, one page a call. */
final class Feed {
    private static final int HOLD_SECONDS = 30;
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final Transport transport;

    Feed(Transport transport) {
        this.transport = transport;
    }

    EventPage read(String offset) throws InterruptedException {
        return page("?offset=" + encoded(offset));
    }

    EventPage await(String offset) throws InterruptedException {
        return page("?live=long-poll&timeout=" + HOLD_SECONDS + "&offset=" + encoded(offset));
    }

    private static String encoded(String offset) {
        return URLEncoder.encode(offset, StandardCharsets.UTF_8);
    }

    private EventPage page(String query) throws InterruptedException {
        var response = transport.read(
                "/v1/events" + query, Duration.ofSeconds(HOLD_SECONDS).plus(SLACK));
        if (response.statusCode() / 100 != 2) throw Reply.refusal(response, response.body());
        String next = response.headers().firstValue("Stream-Next-Offset").orElse("");
        if (next.isEmpty()) throw Reply.unreadable(response);
        boolean isUpToDate = response.headers().firstValue("Stream-Up-To-Date").isPresent();
        return new EventPage(events(response), next, isUpToDate);
    }

    private static List<Event> events(HttpResponse<String> response) {
        if (response.body().isEmpty()) return List.of();
        try {
            return JsonReader.read(response.body()).items().stream()
                    .map(Feed::event)
                    .toList();
        } catch (JsonException e) {
            throw Reply.unreadable(response);
        }
    }

    private static Event event(Json entry) {
        return new Event(text(entry, "type"), text(entry, "at"), entry);
    }

    private static String text(Json entry, String name) {
        return entry.at(name).asText().orElse("");
    }
}
