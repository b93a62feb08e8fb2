package dev.safelight.server.dialect;

import dev.safelight.core.task.Submit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * How a dialect spells the fields that every submit may have beside the tool's own.
 *
 * @param startDeadline seconds within which it must start
 * @param runDeadline seconds that it may run
 */
public record SubmitFields(
        String priority, String startDeadline, String runDeadline, String metadata) {

    /** How each is spelled, by what the kit calls it; in the order in which they are shown. */
    SequencedMap<String, String> spellings() {
        var spellings = new LinkedHashMap<String, String>();
        spellings.put("priority", priority);
        spellings.put("startDeadline", startDeadline);
        spellings.put("runDeadline", runDeadline);
        spellings.put("metadata", metadata);
        return spellings;
    }

    /** Takes the fields out of a valid body; what remains is the tool's own. */
    public Submit.Wishes take(ObjectNode body) {
        JsonNode urgency = body.remove(priority);
        JsonNode own = body.remove(metadata);
        return new Submit.Wishes(
                urgency == null ? Submit.Wishes.USUAL_PRIORITY : urgency.asInt(),
                seconds(body.remove(startDeadline)),
                seconds(body.remove(runDeadline)),
                own == null ? Map.of() : entries(own));
    }

    /** In a fixed order, for equal wishes are to read the same. */
    public static Map<String, String> entries(JsonNode object) {
        var entries = new TreeMap<String, String>();
        object.properties()
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asString()));
        return Collections.unmodifiableMap(entries);
    }

    private static @Nullable Duration seconds(@Nullable JsonNode value) {
        return value == null ? null : Duration.ofSeconds(value.asLong());
    }
}
