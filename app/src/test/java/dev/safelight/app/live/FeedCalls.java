package dev.safelight.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Somebody who reads a feed. */
public record FeedCalls(Client client) {
    public static final String BEGINNING = "-1";

    public HttpResponse<String> get(String query) {
        return client.call("GET", "/v1/events" + query, "");
    }

    public CompletableFuture<HttpResponse<String>> begin(String query) {
        return client.begin(client.request("/v1/events" + query).build());
    }

    public CompletableFuture<HttpResponse<String>> poll(String offset) {
        return begin("?live=long-poll&offset=" + offset);
    }

    public static String next(HttpResponse<String> page) {
        return page.headers().firstValue("Stream-Next-Offset").orElseThrow();
    }

    public static boolean isUpToDate(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Stream-Up-To-Date")
                .filter("true"::equals)
                .isPresent();
    }

    public static List<JsonNode> entries(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var entries = new ArrayList<JsonNode>();
        JsonMapper.shared().readTree(page.body()).forEach(entries::add);
        return entries;
    }

    public static List<String> types(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("type").asString()).toList();
    }

    public static List<String> types(HttpResponse<String> page) {
        return types(entries(page));
    }

    /** All from an offset to the end, page by page. */
    public List<JsonNode> read(String from) {
        var all = new ArrayList<JsonNode>();
        var page = get("?offset=" + from);
        all.addAll(entries(page));
        while (!isUpToDate(page)) {
            page = get("?offset=" + next(page));
            all.addAll(entries(page));
        }
        return all;
    }

    /** The place after all that has happened. */
    public String end() {
        return next(get("?offset=now"));
    }
}
