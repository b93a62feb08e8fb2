package dev.safelight.store.sqlite;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.Effort;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.Request;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON of the log's bodies, to and fro. Stored bodies carry the version of their form. */
final class Bodies {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Bodies() {}

    /** The first body of every log: what was asked, and what was answered. */
    static String of(Request request) {
        var body = new StringBuilder(request.input().length() + request.answer().length() + 48);
        body.append("{\"v\":1,\"input\":").append(request.input());
        if (!request.metadata().isEmpty()) {
            body.append(",\"metadata\":").append(JSON.writeValueAsString(request.metadata()));
        }
        return body.append(",\"answer\":").append(request.answer()).append('}').toString();
    }

    /** The body of any later entry; null when its kind says it all. */
    static @Nullable String of(TaskEvent event, TaskState next) {
        return switch (event) {
            case TaskEvent.Started started -> started(next);
            case TaskEvent.Progressed(var percent) -> "{\"percent\":" + percent + "}";
            case TaskEvent.Retried(var failure, var due) -> failure(failure);
            case TaskEvent.Succeeded(var price, var output) -> output(output);
            case TaskEvent.Failed(var failure) -> failure(failure);
            case TaskEvent.Returned returned -> null;
            case TaskEvent.Cancelled cancelled -> null;
            case TaskEvent.Stopped stopped -> null;
            case TaskEvent.Submitted submitted -> null;
        };
    }

    private static @Nullable String started(TaskState next) {
        return next instanceof TaskState.Running(Effort effort, var worker, var progress)
                ? "{\"attempt\":" + effort.attempts() + ",\"worker\":" + worker.number() + "}"
                : null;
    }

    static String output(Output output) {
        var body = new StringBuilder("{\"v\":1,\"assets\":[");
        for (var asset : output.assets()) body.append('"').append(asset).append("\",");
        if (!output.assets().isEmpty()) body.setLength(body.length() - 1);
        return body.append("],\"facts\":").append(output.facts()).append('}').toString();
    }

    static String failure(Failure failure) {
        var body = JSON.createObjectNode();
        body.put("v", 1).put("code", failure.code().name()).put("message", failure.message());
        return body.put("retryable", failure.retryable()).toString();
    }

    static Output output(String body) {
        JsonNode json = JSON.readTree(body);
        var assets = new ArrayList<AssetId>();
        for (var id : json.get("assets")) {
            assets.add(new AssetId(Id.parse(id.asString()).orElseThrow()));
        }
        return new Output(assets, json.get("facts").toString());
    }

    static Failure failureOf(String body) {
        JsonNode json = JSON.readTree(body);
        return new Failure(
                FailureCode.valueOf(json.get("code").asString()),
                json.get("message").asString(),
                json.get("retryable").asBoolean());
    }

    /** What was asked, from the first body: read up to the answer, and without a tree. */
    static TaskView.Asked asked(String firstBody, @Nullable SessionId session) {
        String input = "";
        Map<String, String> metadata = Map.of();
        try (var json = JSON.createParser(firstBody)) {
            json.nextToken();
            for (var name = json.nextName();
                    name != null && !name.equals("answer");
                    name = json.nextName()) {
                json.nextToken();
                if (name.equals("input")) input = text(json, firstBody);
                else if (name.equals("metadata")) metadata = metadata(json);
            }
        }
        return new TaskView.Asked(input, metadata, session);
    }

    /** The value that begins here, as it stands in the body. */
    private static String text(JsonParser json, String body) {
        long from = json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        return body.substring((int) from, (int) json.currentLocation().getCharOffset());
    }

    private static Map<String, String> metadata(JsonParser json) {
        var metadata = new LinkedHashMap<String, String>();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            metadata.put(name, json.nextStringValue());
        }
        return metadata;
    }

    static JsonNode read(String body) {
        return JSON.readTree(body);
    }

    static Map<String, String> metadata(JsonNode firstBody) {
        var metadata = new LinkedHashMap<String, String>();
        for (var entry : firstBody.path("metadata").properties()) {
            metadata.put(entry.getKey(), entry.getValue().asString());
        }
        return metadata;
    }
}
