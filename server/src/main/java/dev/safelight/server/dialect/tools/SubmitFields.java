package dev.safelight.server.dialect.tools;

import dev.safelight.core.task.Submit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A submit's body, taken apart.
 *
 * @param input what is the tool's own
 * @param worker the session's shown id, or null
 */
record SubmitFields(ObjectNode input, @Nullable String worker, Submit.Wishes wishes) {

    /** Takes a valid body apart; it is used up. */
    static SubmitFields of(ObjectNode body) {
        JsonNode worker = body.remove("workerId");
        JsonNode priority = body.remove("priority");
        JsonNode metadata = body.remove("metadata");
        var wishes = new Submit.Wishes(
                priority == null ? Submit.Wishes.USUAL_PRIORITY : priority.asInt(),
                seconds(body.remove("startDeadlineSeconds")),
                seconds(body.remove("runDeadlineSeconds")),
                metadata == null ? Map.of() : entries(metadata));
        return new SubmitFields(body, worker == null ? null : worker.asString(), wishes);
    }

    /** In a fixed order, for equal wishes are to read the same. */
    static Map<String, String> entries(JsonNode object) {
        var entries = new TreeMap<String, String>();
        object.properties()
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asString()));
        return Collections.unmodifiableMap(entries);
    }

    private static @Nullable Duration seconds(@Nullable JsonNode value) {
        return value == null ? null : Duration.ofSeconds(value.asLong());
    }
}
