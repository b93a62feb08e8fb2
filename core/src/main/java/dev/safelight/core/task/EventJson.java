package dev.safelight.core.task;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The bodies of a task's log, written and read for every store. A body carries the version of its
 * form, and one of a newer build is refused. Progress, by far the most frequent, has kept its first
 * form and carries none; a body without one is of version 1. Version 1 left out the effort of a
 * start, when a retry is due and the price of a success. The price was the hold; a first start's
 * effort follows from its moment and the task's terms, a later one's from the log before it (see
 * {@link TaskHistory}); when a retry was due is lost, and reads as the moment of its entry. The
 * first body also held the answer of the submit.
 */
public final class EventJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NEWEST = 2;
    private static final String VERSION = "{\"v\":" + NEWEST + ",";

    private EventJson() {}

    /** The body of an event as JSON text; null when its kind says it all. */
    public static @Nullable String write(TaskEvent event) {
        return switch (event) {
            case TaskEvent.Submitted(var input) -> submitted(input);
            case TaskEvent.Started(var worker, var effort) -> started(worker, effort);
            case TaskEvent.Progressed(var percent) -> "{\"percent\":" + percent + "}";
            case TaskEvent.Retried(var failure, var due) -> failure(failure, due);
            case TaskEvent.Returned(var due) -> VERSION + "\"due\":" + due.toEpochMilli() + "}";
            case TaskEvent.Succeeded(var price, var output) -> succeeded(price, output);
            case TaskEvent.Failed(var failure) -> failure(failure, null);
            case TaskEvent.Cancelled cancelled -> null;
            case TaskEvent.Stopped stopped -> null;
        };
    }

    private static String submitted(TaskInput input) {
        var body = new StringBuilder(input.json().length() + 48);
        body.append(VERSION).append("\"input\":").append(input.json());
        if (!input.metadata().isEmpty())
            body.append(",\"metadata\":").append(JSON.writeValueAsString(input.metadata()));
        return body.append('}').toString();
    }

    private static String started(WorkerId worker, Effort effort) {
        return VERSION + "\"attempt\":" + effort.attempts() + ",\"worker\":" + worker.number()
                + ",\"started\":" + effort.started().toEpochMilli() + ",\"deadline\":"
                + effort.deadline().toEpochMilli() + "}";
    }

    private static String succeeded(Credits price, Output output) {
        var body = new StringBuilder(output.facts().length() + 96);
        body.append(VERSION).append("\"price\":").append(price.amount()).append(",\"assets\":[");
        for (var asset : output.assets()) body.append('"').append(asset).append("\",");
        if (!output.assets().isEmpty()) body.setLength(body.length() - 1);
        return body.append("],\"facts\":").append(output.facts()).append('}').toString();
    }

    private static String failure(Failure failure, @Nullable Instant due) {
        var body = JSON.createObjectNode();
        body.put("v", NEWEST).put("code", failure.code().name()).put("message", failure.message());
        body.put("retryable", failure.retryable());
        if (due != null) body.put("due", due.toEpochMilli());
        return body.toString();
    }

    /**
     * What is known of an entry beside its kind and its body.
     *
     * @param ties what stands in no body
     */
    public record Context(TaskHeader header, Ties ties, Instant at) {}

    /**
     * What a task is tied to.
     *
     * @param session that it belongs to, or null
     * @param callersId the caller's own id for it, or null
     */
    public record Ties(
            @Nullable SessionId session, @Nullable String callersId) {
        public static final Ties NONE = new Ties(null, null);
    }

    /**
     * The event that a body of any version tells.
     *
     * @param body null or empty where the kind says it all
     */
    public static TaskEvent read(TaskEvent.Kind kind, @Nullable String body, Context context) {
        return switch (kind) {
            case SUBMITTED ->
                new TaskEvent.Submitted(input(Objects.requireNonNull(body), context.ties()));
            case STARTED -> started(tree(body), context);
            case PROGRESSED ->
                new TaskEvent.Progressed(tree(body).get("percent").asInt());
            case RETRIED -> new TaskEvent.Retried(failure(tree(body)), due(tree(body), context));
            case RETURNED -> new TaskEvent.Returned(due(tree(body), context));
            case SUCCEEDED -> succeeded(tree(body), context.header().terms());
            case FAILED -> new TaskEvent.Failed(failure(tree(body)));
            case CANCELLED -> new TaskEvent.Cancelled();
            case STOPPED -> new TaskEvent.Stopped();
        };
    }

    private static JsonNode tree(@Nullable String body) {
        if (body == null || body.isEmpty()) return JSON.createObjectNode();
        var json = JSON.readTree(body);
        known(json.path("v").asInt(1));
        return json;
    }

    private static void known(int version) {
        if (version > NEWEST)
            throw new IllegalStateException("a body of a newer Safelight: version " + version);
    }

    private static TaskEvent started(JsonNode body, Context context) {
        var worker = new WorkerId(body.get("worker").asLong());
        var started = moment(body, "started", context.at());
        Duration limit = context.header().terms().runLimit();
        var deadline = moment(body, "deadline", started.plus(limit));
        return new TaskEvent.Started(
                worker, new Effort(body.get("attempt").asInt(), started, deadline));
    }

    private static Instant due(JsonNode body, Context context) {
        return moment(body, "due", context.at());
    }

    private static Instant moment(JsonNode body, String name, Instant otherwise) {
        return body.has(name) ? Instant.ofEpochMilli(body.get(name).asLong()) : otherwise;
    }

    private static TaskEvent succeeded(JsonNode body, Terms terms) {
        // Before prices were stored each was the whole hold.
        var price = body.has("price") ? new Credits(body.get("price").asLong()) : terms.hold();
        return new TaskEvent.Succeeded(price, output(body));
    }

    private static Output output(JsonNode body) {
        var assets = new ArrayList<AssetId>();
        for (var id : body.get("assets"))
            assets.add(new AssetId(Id.parse(id.asString()).orElseThrow()));
        return new Output(assets, body.get("facts").toString());
    }

    private static Failure failure(JsonNode body) {
        return new Failure(
                FailureCode.valueOf(body.get("code").asString()),
                body.get("message").asString(),
                body.get("retryable").asBoolean());
    }

    /** What was asked for, from the first body: read without a tree. */
    public static TaskInput input(String firstBody, Ties ties) {
        String input = "";
        Map<String, String> metadata = Map.of();
        try (var json = JSON.createParser(firstBody)) {
            json.nextToken();
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "v" -> known(json.getIntValue());
                    case "input" -> input = text(json, firstBody);
                    case "metadata" -> metadata = metadata(json);
                    default -> json.skipChildren();
                }
            }
        }
        return new TaskInput(input, metadata, ties.session(), ties.callersId());
    }

    /** The answer that a first body of version 1 holds. */
    public static String answerInVersion1(String firstBody) {
        return JSON.readTree(firstBody).get("answer").toString();
    }

    /** The value that begins here, as it stands in the body. */
    private static String text(JsonParser json, String body) {
        long from = json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        return body.substring((int) from, (int) json.currentLocation().getCharOffset());
    }

    private static Map<String, String> metadata(JsonParser json) {
        var metadata = new LinkedHashMap<String, String>();
        for (var name = json.nextName(); name != null; name = json.nextName())
            metadata.put(name, json.nextStringValue());
        return metadata;
    }
}
