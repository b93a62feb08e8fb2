package dev.safelight.app.http.dialects;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.DialectClient;
import dev.safelight.app.live.FeedCalls;
import dev.safelight.app.live.LiveStore;
import dev.safelight.app.live.Told;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Target;
import dev.safelight.server.webhook.WordedDeliveries;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What feeds and deliveries told, by the bare ids of tasks, in the order in which it came. */
final class ToldTasks {
    private final Map<Way, Map<String, List<Told>>> told = new HashMap<>();

    List<Told> by(Way way, String task) {
        return told.getOrDefault(way, Map.of()).getOrDefault(DialectClient.bare(task), List.of());
    }

    private void add(Way way, JsonNode task, Told one) {
        told.computeIfAbsent(way, same -> new HashMap<>())
                .computeIfAbsent(DialectClient.bare(task.asString()), same -> new ArrayList<>())
                .add(one);
    }

    void readFeed(Client client) {
        for (var entry : new FeedCalls(client).read(FeedCalls.BEGINNING)) {
            String type = entry.get("type").asString();
            if (type.startsWith("task."))
                add(Way.FEED, entry.get("taskId"), Told.of(entry.get("sequence").asLong(), type));
        }
    }

    /** All that is decided for an account, in the words in which it is sent. */
    void readDeliveries(LiveStore live, AccountId account, WordedDeliveries form) {
        var deliveries = live.store.deliveries();
        var page = deliveries.list(account, null, null, 1_000).join();
        page.deliveries().forEach(delivery -> read(delivery, form));
        while (!page.isLast()) {
            page = deliveries.list(account, null, page.next(), 1_000).join();
            page.deliveries().forEach(delivery -> read(delivery, form));
        }
    }

    private void read(Delivery delivery, WordedDeliveries form) {
        if (!(delivery.about() instanceof Delivery.About.OfTask(var id, var sequence))) return;
        var body = JsonMapper.shared().readTree(form.body(delivery).join());
        switch (delivery.target()) {
            case Target.OfCallback callback ->
                add(Way.CALLBACK, body.get("task_id"), told(sequence, body.get("status")));
            case Target.OfEndpoint(var endpoint, var key, var url, var dialect) -> {
                if (key == null)
                    add(
                            Way.ENDPOINT,
                            body.get("toolExecutionId"),
                            told(sequence, body.get("event")));
                else add(Way.KEY, body.at("/data/taskId"), told(sequence, body.at("/data/status")));
            }
        }
    }

    private static Told told(long sequence, JsonNode said) {
        return Told.of(sequence, said.asString().toLowerCase(Locale.ROOT));
    }
}
