package dev.safelight.core.feed;

import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.webhook.EndpointId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of entries that are not about a task, written and read for every store; those of tasks
 * are {@link dev.safelight.core.task.EventJson}'s. A body carries the version of its form.
 */
public final class FeedJson {
    private static final int NEWEST = 3;

    private FeedJson() {}

    public static String keyAdded(KeyId key) {
        return "{\"v\":2,\"added\":" + key.number() + "}";
    }

    public static String keyRevoked(KeyId key) {
        return "{\"v\":3,\"revoked\":" + key.number() + "}";
    }

    public static String keyRotated(KeyId key) {
        return "{\"v\":3,\"rotated\":" + key.number() + "}";
    }

    public static String granted(Credits credits) {
        return "{\"v\":2,\"granted\":" + credits + "}";
    }

    public static String endpointAdded(EndpointId endpoint) {
        return "{\"v\":2,\"added\":\"" + endpoint + "\"}";
    }

    /** The event that a body tells about a subject other than a task. */
    public static FeedEvent read(Subject subject, String body) {
        JsonNode json = JsonMapper.shared().readTree(body);
        int version = json.path("v").asInt(1);
        if (version > NEWEST)
            throw new IllegalStateException("a body of a newer Safelight: version " + version);
        return switch (subject) {
            case KEY -> ofKey(json);
            case GRANT -> new FeedEvent.Granted(new Credits(json.get("granted").asLong()));
            case ENDPOINT ->
                new FeedEvent.EndpointAdded(
                        new EndpointId(Id.parse(json.get("added").asString()).orElseThrow()));
            case TASK, FILE, DELIVERY, TEST ->
                throw new IllegalStateException("nothing writes such entries here: " + subject);
        };
    }

    private static FeedEvent ofKey(JsonNode json) {
        if (json.has("revoked")) return new FeedEvent.KeyRevoked(key(json, "revoked"));
        if (json.has("rotated")) return new FeedEvent.KeyRotated(key(json, "rotated"));
        return new FeedEvent.KeyAdded(key(json, "added"));
    }

    private static KeyId key(JsonNode json, String name) {
        return new KeyId(json.get(name).asLong());
    }
}
