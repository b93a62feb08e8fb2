package dev.safelight.server.dialect.tasks;

import dev.safelight.core.task.Submit;
import dev.safelight.core.tool.Alias;
import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.SubmitFields;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;
import dev.safelight.server.input.InputSchema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads what an operation is sent that submits a task: a model, its parameters, and its own. */
final class SubmitInput {
    /** What every submit may have beside the parameters of its model. */
    static final SubmitFields FIELDS = new SubmitFields(
            "priority", "start_deadline_seconds", "run_deadline_seconds", "metadata");

    private static final String MODEL = "model";
    private static final String PARAMS = "params";
    private static final String SOURCE = "image-source";

    private final ModelNames models;
    private final ShownIds ids;
    private final ObjectNode own;
    private final Map<String, Expected> expected = new HashMap<>();

    /**
     * The input of one operation.
     *
     * @param operation under which the file of operations lists what it has beside the model's
     */
    SubmitInput(ModelNames models, ShownIds ids, OperationDocs docs, String operation) {
        this.models = models;
        this.ids = ids;
        own = docs.fields("submit").setAll(docs.fields(operation));
        for (var alias : models.all()) {
            ObjectNode schema = docs.submitSchema(alias);
            ((ObjectNode) schema.get("properties")).setAll(own);
            expected.put(alias.name(), new Expected(new InputSchema(schema), sources(alias)));
        }
    }

    /**
     * What is expected beside one model.
     *
     * @param sources the fields that name a picture to start from
     */
    private record Expected(InputSchema schema, List<String> sources) {}

    private static List<String> sources(Alias alias) {
        return alias.schema().get("properties").properties().stream()
                .filter(field -> field.getValue().path("format").asString("").equals(SOURCE))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * What was understood.
     *
     * @param wishes what it has of the fields of every submit
     * @param fields valid, those of the model and of the operation beside each other
     * @param pictures what stands in some of them as data: URIs, by the name of the field
     */
    record Read(
            Alias alias, Submit.Wishes wishes, ObjectNode fields, Map<String, byte[]> pictures) {}

    /** Takes the body; throws a Refusal that names what is wrong with it. */
    Read read(ObjectNode body) {
        var alias = model(body.get(MODEL));
        if (own.has(PARAMS)) unfold(body);
        var known = Objects.requireNonNull(expected.get(alias.name()), alias.name());
        known.schema().accept(body);
        body.remove(MODEL);
        var pictures = new LinkedHashMap<String, byte[]>();
        for (var source : known.sources()) {
            var picture = picture(source, body.path(source).asString(""));
            picture.ifPresent(bytes -> pictures.put(source, bytes));
        }
        return new Read(alias, FIELDS.take(body), body, pictures);
    }

    private Alias model(@Nullable JsonNode name) {
        if (name == null || name.isNull()) throw invalid(MODEL, "'model' is required.");
        if (!name.isString()) throw invalid(MODEL, "'model' must be a string.");
        return models.find(name.asString())
                .orElseThrow(() -> invalid(MODEL, models.unknown(name.asString())));
    }

    /** Lays the members of {@code params} beside it: both are ways to send the model's own. */
    private void unfold(ObjectNode body) {
        JsonNode params = body.remove(PARAMS);
        if (params == null || params.isNull()) return;
        if (!params.isObject()) throw invalid(PARAMS, "'params' must be an object.");
        for (var param : params.properties()) {
            String name = param.getKey();
            if (own.has(name))
                throw invalid(name, "'" + name + "' belongs beside 'params', not in it.");
            JsonNode beside = body.path(name);
            boolean saysNothing = beside.isMissingNode() || beside.isNull();
            if (saysNothing) body.set(name, param.getValue());
            else if (!param.getValue().isNull() && !beside.equals(param.getValue()))
                throw invalid(name, "'" + name + "' in 'params' and beside it differ; send one.");
        }
    }

    /** Pictures come as files that are here or as their bytes; nothing is fetched. */
    private Optional<byte[]> picture(String field, String source) {
        var picture = DataUri.picture(source);
        if (picture.isPresent() || source.isEmpty() || ids.file(source).isPresent()) return picture;
        String scheme = source.substring(0, Math.max(0, source.indexOf(':')));
        throw invalid(
                field,
                "'" + field + "' "
                        + switch (scheme.toLowerCase(Locale.ROOT)) {
                            case "data" -> "is no picture in base 64; ";
                            case "http", "https" -> "is not fetched from an address; ";
                            default -> "is no id of a file; ";
                        }
                        + "send the id of a picture of this account, or its bytes as"
                        + " data:image/png;base64,...");
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal(Problem.invalid(field, message));
    }
}
