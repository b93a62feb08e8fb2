package dev.safelight.core.feed;

import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.EndpointId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of entries that are not about a task, written and read for every store; those of tasks
 * are {@link dev.safelight.core.task.EventJson}'s. A body carries the version of its form.
 */
public final class FeedJson {
    private static final int NEWEST = 5;

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

    public static String endpointDeleted(EndpointId endpoint) {
        return ofEndpoint("deleted", endpoint, "");
    }

    public static String endpointDisabled(EndpointId endpoint, DisableReason reason) {
        return ofEndpoint("disabled", endpoint, ",\"reason\":" + reason.code());
    }

    public static String endpointEnabled(EndpointId endpoint) {
        return ofEndpoint("enabled", endpoint, "");
    }

    public static String endpointRotated(EndpointId endpoint) {
        return ofEndpoint("rotated", endpoint, "");
    }

    public static String endpointTested(EndpointId endpoint) {
        return ofEndpoint("tested", endpoint, "");
    }

    private static String ofEndpoint(String what, EndpointId endpoint, String more) {
        return "{\"v\":5,\"" + what + "\":\"" + endpoint + "\"" + more + "}";
    }

    public static String fileStored(AssetId file) {
        return ofFile("stored", file);
    }

    public static String fileRefused(AssetId file) {
        return ofFile("refused", file);
    }

    public static String fileStudied(AssetId file, boolean isReadable) {
        return ofFile(isReadable ? "studied" : "unreadable", file);
    }

    public static String fileArchived(AssetId file) {
        return ofFile("archived", file);
    }

    public static String filePreviewed(AssetId file, boolean isPublic) {
        return ofFile(isPublic ? "shown" : "hidden", file);
    }

    private static String ofFile(String what, AssetId file) {
        return "{\"v\":4,\"" + what + "\":\"" + file + "\"}";
    }

    /** The event that a body tells about a subject other than a task or a key. */
    public static FeedEvent read(Subject subject, String body) {
        var json = parse(body);
        return switch (subject) {
            case GRANT -> new FeedEvent.Granted(new Credits(json.get("granted").asLong()));
            case ENDPOINT -> ofEndpoint(json);
            case TEST -> new FeedEvent.EndpointTested(endpoint(json, "tested"));
            case FILE -> ofFile(json);
            case TASK, KEY, DELIVERY ->
                throw new IllegalStateException("nothing writes such entries here: " + subject);
        };
    }

    /**
     * The event that a body tells about a key.
     *
     * @param key the one whose row the entry is about; the body has the row's number only
     */
    public static FeedEvent ofKey(String body, KeyHandle key) {
        var json = parse(body);
        if (json.has("revoked")) return new FeedEvent.KeyRevoked(key);
        if (json.has("rotated")) return new FeedEvent.KeyRotated(key);
        return new FeedEvent.KeyAdded(key);
    }

    private static JsonNode parse(String body) {
        JsonNode json = JsonMapper.shared().readTree(body);
        int version = json.path("v").asInt(1);
        if (version > NEWEST)
            throw new IllegalStateException("a body of a newer Safelight: version " + version);
        return json;
    }

    private static FeedEvent ofEndpoint(JsonNode json) {
        if (json.has("deleted")) return new FeedEvent.EndpointDeleted(endpoint(json, "deleted"));
        if (json.has("enabled")) return new FeedEvent.EndpointEnabled(endpoint(json, "enabled"));
        if (json.has("rotated")) return new FeedEvent.EndpointRotated(endpoint(json, "rotated"));
        if (json.has("disabled")) {
            var reason = DisableReason.of(json.get("reason").asInt());
            return new FeedEvent.EndpointDisabled(endpoint(json, "disabled"), reason);
        }
        return new FeedEvent.EndpointAdded(endpoint(json, "added"));
    }

    private static EndpointId endpoint(JsonNode json, String name) {
        return new EndpointId(Id.parse(json.get(name).asString()).orElseThrow());
    }

    private static FeedEvent ofFile(JsonNode json) {
        for (var field : json.properties()) {
            if (field.getKey().equals("v")) continue;
            var file = new AssetId(Id.parse(field.getValue().asString()).orElseThrow());
            return told(field.getKey(), file);
        }
        throw new IllegalStateException("nothing is said of a file");
    }

    private static FeedEvent told(String what, AssetId file) {
        return switch (what) {
            case "stored" -> new FeedEvent.FileStored(file);
            case "refused" -> new FeedEvent.FileRefused(file);
            case "studied" -> new FeedEvent.FileStudied(file, true);
            case "unreadable" -> new FeedEvent.FileStudied(file, false);
            case "archived" -> new FeedEvent.FileArchived(file);
            case "shown" -> new FeedEvent.FilePreviewed(file, true);
            case "hidden" -> new FeedEvent.FilePreviewed(file, false);
            default -> throw new IllegalStateException("no word about a file: " + what);
        };
    }
}
