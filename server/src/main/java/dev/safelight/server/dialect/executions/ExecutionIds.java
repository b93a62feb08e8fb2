package dev.safelight.server.dialect.executions;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.task.TaskId;
import dev.safelight.server.dialect.IdKind;
import dev.safelight.server.dialect.IdPrefixes;
import dev.safelight.server.dialect.IdSpellings;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** Ids in this dialect. What is no id, or one of another kind, is told apart from an absent one. */
public final class ExecutionIds {
    /** How they look here: the older documents write {@code vg_exec_}. */
    static final IdPrefixes PREFIXES = new IdPrefixes(Map.of(
            IdKind.TASK, List.of("vg_tool_", "vg_exec_"),
            IdKind.FILE, List.of("vg_file_"),
            IdKind.PREVIEW, List.of("vg_play_"),
            IdKind.ENDPOINT, List.of("ep_"),
            IdKind.VOICE, List.of("vg_voic_")));

    private final ShownIds shown;

    ExecutionIds(IdSpellings spellings) {
        shown = new ShownIds(PREFIXES, spellings);
    }

    ShownIds shown() {
        return shown;
    }

    TaskId execution(String text) {
        return shown.task(text).orElseThrow(() -> malformed("a tool execution"));
    }

    AssetId file(String text) {
        return shown.file(text).orElseThrow(() -> malformed("a file"));
    }

    /** Refuses an input that names a file by what can be no id of one. */
    void checkFiles(ObjectNode input, ObjectNode schema) {
        for (var property : schema.path("properties").properties()) {
            JsonNode value = input.path(property.getKey());
            check(value, property.getValue());
            for (var element : value) check(element, property.getValue().path("items"));
        }
    }

    private void check(JsonNode value, JsonNode schema) {
        if (value.isString() && schema.path("format").asString("").equals("asset-id"))
            file(value.asString());
    }

    /** What is told of a text that is no id of such a thing. */
    public static Refusal malformed(String what) {
        return new Refusal(
                ProblemCode.INVALID_ID,
                "This is no id of " + what
                        + ". Use an id as it was answered, whole and unchanged.");
    }

    static Refusal noExecution() {
        return new Refusal(
                ProblemCode.TASK_NOT_FOUND,
                "There is no such tool execution in this account. Use the toolExecutionId that a"
                        + " start answered.");
    }

    static Refusal noFile() {
        return new Refusal(
                ProblemCode.ASSET_NOT_FOUND,
                "There is no such file in this account. Use the fileId of an execution's results,"
                        + " of an upload or of a list.");
    }
}
