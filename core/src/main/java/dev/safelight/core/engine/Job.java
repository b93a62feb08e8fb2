package dev.safelight.core.engine;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/**
 * One attempt at one task, as an engine sees it.
 *
 * @param task the task, the same over all attempts: a stable key for requests to other services
 * @param attempt 1 for the first
 * @param route tool, model and engine
 * @param given what its caller gave
 * @param checkpoint what an earlier attempt last saved, or null
 */
public record Job(
        TaskId task,
        int attempt,
        Route route,
        Given given,
        @Nullable JsonNode checkpoint) {

    /**
     * What a caller gave.
     *
     * @param input the tool's input, valid against its schema, defaults filled in
     * @param metadata the caller's own words about the task
     * @param files those that the input names by their ids, each once, in no order; {@link
     *     Run#file} opens them
     */
    public record Given(JsonNode input, Map<String, String> metadata, List<Asset> files) {
        public Given {
            files = List.copyOf(files);
        }
    }

    /** One whose input names no file. */
    public Job(
            TaskId task,
            int attempt,
            Route route,
            JsonNode input,
            Map<String, String> metadata,
            @Nullable JsonNode checkpoint) {
        this(task, attempt, route, new Given(input, metadata, List.of()), checkpoint);
    }

    /** The same with these files. */
    public Job with(List<Asset> files) {
        var with = new Given(input(), metadata(), files);
        return new Job(task, attempt, route, with, checkpoint);
    }

    public JsonNode input() {
        return given.input();
    }

    public Map<String, String> metadata() {
        return given.metadata();
    }

    public List<Asset> files() {
        return given.files();
    }

    /**
     * Where every kind of chance in the result comes from: the seed that the caller gave; without
     * one the task's id decides, positive and short enough for every JSON reader.
     */
    public long seed() {
        var wanted = input().path("seed");
        long id = task.id().lo();
        return wanted.canConvertToLong() ? wanted.asLong() : (id ^ id >>> 32) & 0x7FFF_FFFFL;
    }
}
