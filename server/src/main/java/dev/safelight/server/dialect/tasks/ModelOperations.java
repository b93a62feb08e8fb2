package dev.safelight.server.dialect.tasks;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.Alias;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

/** {@code /v1/models}: what tasks can be submitted with, and who makes them here. */
final class ModelOperations {
    /** When the catalog got these names; it keeps no date of each. */
    private static final long CREATED = Instant.parse("2026-11-28T00:00:00Z").getEpochSecond();

    private final ModelNames models;
    private final Tasks tasks;

    ModelOperations(ModelNames models, Tasks tasks) {
        this.models = models;
        this.tasks = tasks;
    }

    Answer list(Call call) {
        var found = models.all().stream()
                .filter(model -> isAskedFor(model.data(), call.body()))
                .toList();
        return Answer.json(JsonText.object(json -> {
            json.writeStringProperty("object", "list");
            json.writeArrayPropertyStart("data");
            for (var model : found) {
                json.writeStartObject();
                write(json, call.who(), model);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    Answer get(Call call) {
        String name = call.segment(0);
        var model = models.find(name)
                .orElseThrow(() -> new Refusal(ProblemCode.TOOL_NOT_FOUND, models.unknown(name)));
        return Answer.json(JsonText.object(json -> {
            write(json, call.who(), model);
            json.writePOJOProperty("parameters", model.schema());
        }));
    }

    private static boolean isAskedFor(JsonNode data, JsonNode filter) {
        String family = filter.path("family").asString("");
        String capability = filter.path("capability").asString("");
        return (family.isEmpty() || data.path("family").asString("").equals(family))
                && (capability.isEmpty() || words(data, "capabilities").contains(capability));
    }

    private void write(JsonGenerator json, Principal who, Alias alias) {
        var data = alias.data();
        json.writeStringProperty("id", alias.name());
        json.writeStringProperty("object", "model");
        json.writeStringProperty("owned_by", data.path("owned_by").asString(""));
        json.writeStringProperty("family", data.path("family").asString(""));
        writeWords(json, data, "capabilities");
        // These count tokens, and none of these models has any.
        json.writeNullProperty("context_window");
        json.writeNullProperty("max_output_tokens");
        writeWords(json, data, "input_modalities");
        writeWords(json, data, "output_modalities");
        json.writeNullProperty("pricing_url");
        json.writeNumberProperty("created", CREATED);
        json.writeStringProperty("engine", tasks.engineOf(who, alias.model()).text());
        json.writeNumberProperty("typical_seconds", alias.model().typical().toSeconds());
    }

    private static void writeWords(JsonGenerator json, JsonNode data, String name) {
        json.writeArrayPropertyStart(name);
        words(data, name).forEach(json::writeString);
        json.writeEndArray();
    }

    private static List<String> words(JsonNode data, String name) {
        return data.path(name).valueStream().map(JsonNode::asString).toList();
    }
}
