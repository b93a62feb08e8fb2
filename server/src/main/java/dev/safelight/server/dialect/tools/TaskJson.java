package dev.safelight.server.dialect.tools;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.ModelName;
import dev.safelight.server.dialect.FailureWords;
import dev.safelight.server.dialect.ShownIds;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes a task as this dialect shows it. */
final class TaskJson {
    private final Catalog catalog;
    private final ShownIds ids;
    private final FailureWords words;

    TaskJson(Catalog catalog, ShownIds ids) {
        this.catalog = catalog;
        this.ids = ids;
        words = new FailureWords(ToolNames.FIELDS, catalog);
    }

    /** Writes the members of one task into an open object. */
    void write(JsonGenerator json, TaskView view) {
        write(json, view, TaskJson::writeFacts);
    }

    /** The same for a list: the times of thousands of words would drown its tasks. */
    void writeBriefly(JsonGenerator json, TaskView view) {
        write(json, view, TaskJson::writeFactsBriefly);
    }

    private void write(
            JsonGenerator json, TaskView view, BiConsumer<JsonGenerator, String> factsWriter) {
        writeOutcome(json, view, "type", factsWriter);
        json.writeObjectPropertyStart("processingInfo");
        json.writeNumberProperty("progress", view.progress());
        json.writeEndObject();
        writeCircumstances(json, view);
    }

    /** The same as a payload has it, which calls the type otherwise and tells no progress. */
    void writeTold(JsonGenerator json, TaskView view) {
        writeOutcome(json, view, "taskType", TaskJson::writeFactsBriefly);
        writeCircumstances(json, view);
    }

    private void writeOutcome(
            JsonGenerator json,
            TaskView view,
            String typeName,
            BiConsumer<JsonGenerator, String> factsWriter) {
        json.writeStringProperty("taskId", ids.of(view.id()));
        json.writeStringProperty(typeName, type(view));
        json.writeStringProperty("status", State.of(view.status()).name());
        if (view.state() instanceof TaskState.Succeeded(var price, var output))
            writeOutput(json, output, factsWriter);
        if (view.state() instanceof TaskState.Failed(var failure)) writeError(json, view, failure);
    }

    private void writeCircumstances(JsonGenerator json, TaskView view) {
        json.writeStringProperty("tool", name(view));
        var session = view.input().session();
        if (session != null) json.writeStringProperty("sessionId", ids.of(session));
        writeCredits(json, view);
        writeTimes(json, view.times());
        writeMetadata(json, view);
    }

    private String type(TaskView view) {
        return alias(view)
                .map(alias -> alias.data().path("type").asString("UNKNOWN"))
                .orElse("UNKNOWN");
    }

    private String name(TaskView view) {
        var canonical = view.task().route().tool();
        return alias(view).map(Alias::name).orElse(canonical.text());
    }

    private Optional<Alias> alias(TaskView view) {
        var route = view.task().route();
        return catalog.aliasOf(ToolNames.DIALECT, route.tool(), new ModelName(route.model()));
    }

    private void writeOutput(
            JsonGenerator json, Output output, BiConsumer<JsonGenerator, String> factsWriter) {
        json.writeObjectPropertyStart("output");
        json.writeArrayPropertyStart("assetIds");
        output.assets().forEach(asset -> json.writeString(ids.of(asset)));
        json.writeEndArray();
        if (!output.facts().isEmpty()) {
            json.writeName("facts");
            factsWriter.accept(json, shownFacts(output));
        }
        json.writeEndObject();
    }

    /**
     * A file's entry begins with its bare id, which nothing but the worker draws: so the text finds
     * it without being read. What was stored by an earlier build has the shown id already.
     */
    private String shownFacts(Output output) {
        var facts = output.facts();
        boolean hasCompanions = facts.contains("\"companions\":[");
        for (var asset : output.assets()) {
            facts = shown(facts, asset);
            if (hasCompanions)
                facts = facts.replace(
                        "\"companionOf\":\"" + asset + "\"",
                        "\"companionOf\":\"" + ids.of(asset) + "\"");
        }
        if (!hasCompanions) return facts;
        for (var companion : companions(output.facts())) facts = shown(facts, companion);
        return facts;
    }

    private String shown(String facts, AssetId asset) {
        return facts.replace(
                "{\"asset\":\"" + asset + "\"", "{\"assetId\":\"" + ids.of(asset) + "\"");
    }

    private static List<AssetId> companions(String facts) {
        var found = new ArrayList<AssetId>();
        for (var companion : JsonMapper.shared().readTree(facts).path("companions"))
            Id.parse(companion.path("asset").asString("")).map(AssetId::new).ifPresent(found::add);
        return found;
    }

    private static void writeFacts(JsonGenerator json, String facts) {
        json.writeRawValue(facts);
    }

    /** All but the lists of words; texts of that name stay. */
    private static void writeFactsBriefly(JsonGenerator json, String facts) {
        if (!facts.contains("\"words\":[")) {
            json.writeRawValue(facts);
            return;
        }
        try (var parser = JsonMapper.shared().createParser(facts)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME || !parser.currentName().equals("words")) {
                    json.copyCurrentEvent(parser);
                } else if (parser.nextToken() == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                } else {
                    json.writeName("words");
                    json.copyCurrentEvent(parser);
                }
            }
        }
    }

    private void writeError(JsonGenerator json, TaskView view, Failure failure) {
        boolean attested = failure.code() == FailureCode.MODEL_ERROR;
        json.writeObjectPropertyStart("error");
        json.writeStringProperty(
                "code", attested ? "MODEL_ERROR" : failure.code().wire());
        json.writeStringProperty("message", words.message(view.task(), failure));
        json.writeBooleanProperty("retryable", failure.retryable());
        json.writeEndObject();
    }

    private static void writeCredits(JsonGenerator json, TaskView view) {
        long charged = view.state() instanceof TaskState.Succeeded(var price, var output)
                ? price.amount()
                : 0;
        json.writeObjectPropertyStart("credits");
        json.writeNumberProperty("estimated", view.task().terms().hold().amount());
        json.writeNumberProperty("charged", charged);
        json.writeEndObject();
    }

    private static void writeTimes(JsonGenerator json, TaskView.Times times) {
        json.writeStringProperty("createdAt", times.created().toString());
        writeTime(json, "startedAt", times.started());
        writeTime(json, "finishedAt", times.finished());
    }

    private static void writeTime(JsonGenerator json, String name, @Nullable Instant at) {
        if (at != null) json.writeStringProperty(name, at.toString());
    }

    private static void writeMetadata(JsonGenerator json, TaskView view) {
        var metadata = view.input().metadata();
        if (metadata.isEmpty()) return;
        json.writeObjectPropertyStart("metadata");
        metadata.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
