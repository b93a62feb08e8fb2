package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;

/**
 * Every field of every operation that the face describes, with every JSON form around the limits of
 * its schema: whatever comes in, the server neither breaks nor takes what it says it refuses.
 */
public class InputEdgesTest extends OverTheWire {
    private static final JsonMapper EXACT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(1_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private int tried;

    /** Fields of one name and schema are the same to the server, whatever has them. */
    private final Set<String> fields = new HashSet<>();

    @Test
    void of_all_operations_break_nothing_and_pass_no_limit() {
        var submits = client.data("create-session", "{}").get("sessionId").asString();
        assertSoftly(softly -> {
            for (var brief : client.data("list-tools", "{}").get("tools"))
                tryOut(brief.get("name").asString(), submits, softly);
        });
        assertThat(tried).as("fields and values tried").isGreaterThan(1_000);
        System.out.println("* input edges: " + tried + " inputs tried");
    }

    private void tryOut(String operation, String session, SoftAssertions softly) {
        var told = client.data("describe-tool", "{\"tool\":\"" + operation + "\"}");
        JsonNode schema = told.get("input");
        var example = (ObjectNode) told.get("examples").get(0).deepCopy();
        if (isRequired(schema, "workerId")) example.put("workerId", session);
        for (var property : schema.get("properties").properties()) {
            if (!fields.add(property.toString())) continue;
            for (var edge : Edges.of(property.getValue())) {
                var others = others(schema, example, property.getKey());
                String body = with(others, property.getKey(), edge);
                boolean needed = isNeeded(schema, others, property.getKey());
                judge(operation, body, property.getValue(), edge, needed, softly);
            }
        }
        if (told.has("price")) estimates(operation, schema, example, softly);
    }

    /** The same fields once more, one level deeper. */
    private void estimates(
            String tool, JsonNode schema, ObjectNode example, SoftAssertions softly) {
        example.remove("workerId");
        for (var property : schema.get("properties").properties()) {
            if (property.getKey().equals("workerId")) continue;
            if (!fields.add("estimate " + property)) continue;
            for (var edge : Edges.of(property.getValue())) {
                var others = others(schema, example, property.getKey());
                String input = with(others, property.getKey(), edge);
                String body = "{\"tool\":\"" + tool + "\",\"input\":" + input + "}";
                boolean needed = isNeeded(schema, others, property.getKey());
                judge("estimate-task", body, property.getValue(), edge, needed, softly);
            }
        }
    }

    private void judge(
            String operation,
            String body,
            JsonNode schema,
            String edge,
            boolean needed,
            SoftAssertions softly) {
        tried++;
        var response = client.execute(operation, body);
        var shown = operation + " " + (body.length() > 300 ? body.substring(0, 300) : body);
        softly.assertThat(response.statusCode()).as(shown).isLessThan(500);
        JsonNode value = read(edge);
        if (value == null || !isAllowed(schema, value, needed))
            softly.assertThat(response.statusCode()).as(shown).isEqualTo(400);
        else if (value.isNumber() || value.isNull())
            softly.assertThat(response.statusCode()).as(shown).isNotEqualTo(400);
        callOff(response);
    }

    private static boolean isAllowed(JsonNode schema, JsonNode value, boolean needed) {
        return value.isNull() ? !needed : SchemaByHand.allows(schema, value);
    }

    /** Null for a text that no reader can take. */
    public static @Nullable JsonNode read(String edge) {
        if (edge.length() > 100 && Character.isDigit(edge.charAt(100))) return null;
        if (edge.contains("u0000") || edge.equals("\"\\ud83d\"")) return null;
        try {
            return EXACT.readTree(edge);
        } catch (JacksonException | NumberFormatException beyondAllMeasure) {
            return null;
        }
    }

    /** Its hold comes back, so that the next one can be paid for. */
    private void callOff(HttpResponse<String> response) {
        if (response.statusCode() != 200) return;
        JsonNode task = Client.json(response).path("data").path("taskId");
        if (task.isString())
            client.execute("cancel-task", "{\"taskId\":\"" + task.asString() + "\"}");
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (var required : schema.path("required"))
            if (required.asString().equals(name)) return true;
        return false;
    }

    /** What the example says beside the field, and what has to be said together with it. */
    private static ObjectNode others(JsonNode schema, ObjectNode example, String name) {
        var others = example.deepCopy();
        others.remove(name);
        for (var with : schema.path("dependentRequired").path(name))
            others.set(
                    with.asString(), schema.at("/properties/" + with.asString()).get("minimum"));
        return others;
    }

    /** Whether the field must be there beside the others, if only in the place of a like one. */
    private static boolean isNeeded(JsonNode schema, ObjectNode others, String name) {
        if (isRequired(schema, name)
                || !schema.path("dependentRequired").path(name).isEmpty()) return true;
        JsonNode choices = schema.path("anyOf");
        for (var choice : choices)
            if (others.has(choice.get("required").get(0).asString())) return false;
        return !choices.isEmpty();
    }

    /** The example with the field set to this text, which a tree might spell otherwise. */
    private static String with(ObjectNode example, String name, String text) {
        var rest = example.deepCopy();
        rest.remove(name);
        String others = rest.toString();
        String comma = rest.isEmpty() ? "" : ",";
        return "{\"" + name + "\":" + text + comma + others.substring(1);
    }
}
