package dev.safelight.server.dialect.executions;

import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.ModelName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.server.dialect.FailureWords;
import dev.safelight.server.dialect.ShownIds;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.util.List;
import java.util.Locale;

/** Writes a task as this dialect shows it: a tool execution. */
final class ExecutionJson {
    private final Catalog catalog;
    private final ShownIds ids;
    private final FailureWords words;
    private final FileJson files;

    ExecutionJson(Catalog catalog, ShownIds ids, FileJson files) {
        this.catalog = catalog;
        this.ids = ids;
        words = new FailureWords(StartOperation.FIELDS, catalog);
        this.files = files;
    }

    /**
     * Writes the members of one into an open object.
     *
     * @param made the files of one that has succeeded, in order
     */
    void write(JsonGenerator json, TaskView view, List<StoredFile.Whole> made) {
        String toolType = toolType(view.task().route());
        var origin = new FileJson.Origin(view.id(), toolType);
        json.writeStringProperty("toolExecutionId", ids.of(view.id()));
        json.writeStringProperty("status", State.of(view.status()));
        json.writeStringProperty("toolType", toolType);
        json.writeNumberProperty("progressPercentage", view.progress());
        json.writeNumberProperty("attemptIndex", attemptIndex(view));
        json.writeArrayPropertyStart("results");
        made.forEach(file -> files.writeResult(json, file, origin));
        json.writeEndArray();
        if (view.state() instanceof TaskState.Failed(var failure)) writeError(json, view, failure);
        else json.writeNullProperty("error");
    }

    /**
     * Writes what a payload tells of one that has ended: results and error only where they belong.
     *
     * @param made its files, in order
     */
    void writeTold(JsonGenerator json, TaskView view, List<StoredFile.Whole> made) {
        String toolType = toolType(view.task().route());
        json.writeStringProperty("toolType", toolType);
        if (view.state() instanceof TaskState.Failed(var failure)) writeError(json, view, failure);
        if (!(view.state() instanceof TaskState.Succeeded)) return;
        var origin = new FileJson.Origin(view.id(), toolType);
        json.writeArrayPropertyStart("results");
        made.forEach(file -> files.writeResult(json, file, origin));
        json.writeEndArray();
    }

    /** What a file tells of what made it; null for an upload. */
    FileJson.@Nullable Origin origin(StoredFile.Whole file) {
        var maker = file.maker();
        if (maker == null) return null;
        return new FileJson.Origin(maker.task(), toolType(maker.tool(), maker.model()));
    }

    /** Every start has a fence of its own, which begin at 1 and stay known after the end. */
    private static long attemptIndex(TaskView view) {
        return Math.max(0, view.task().stamp().fence() - 1);
    }

    private String toolType(Route route) {
        return toolType(route.tool(), route.model());
    }

    private String toolType(ToolName tool, String model) {
        return catalog.aliasOf(StartOperation.DIALECT, tool, new ModelName(model))
                .map(alias -> alias.data().path("type").asString(""))
                .filter(type -> !type.isEmpty())
                .orElseGet(() -> upperSnake(tool.text()));
    }

    private static String upperSnake(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void writeError(JsonGenerator json, TaskView view, Failure failure) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("message", words.message(view.task(), failure));
        json.writeStringProperty("code", failure.code().wire());
        json.writeBooleanProperty("retryable", failure.retryable());
        json.writeBooleanProperty("charged", false);
        json.writeEndObject();
    }
}
