package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.safelight.app.http.Edges;
import dev.safelight.app.http.InputEdgesTest;
import dev.safelight.app.http.SchemaByHand;
import dev.safelight.app.live.Client;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Every parameter of every model around the limits that {@code /v1/models} tells of it. */
class TasksEdgesTest extends TasksOverTheWire {
    private static final int LONGEST_BODY = 1 << 20;

    /** Parameters of one name and schema are the same to the server, whatever model has them. */
    private final Set<String> parameters = new HashSet<>();

    private int tried;

    @Test
    void of_all_parameters_break_nothing_and_pass_no_limit() {
        assertSoftly(softly -> {
            for (var model : client.done("GET", "/v1/models", "").get("data"))
                tryOut(model.get("id").asString(), softly);
        });
        assertThat(tried).as("values tried").isGreaterThan(700);
        System.out.println("* edges of models: " + tried + " values tried");
    }

    private void tryOut(String model, SoftAssertions softly) {
        var schema = client.done("GET", "/v1/models/" + model, "").get("parameters");
        for (var property : schema.get("properties").properties()) {
            if (!parameters.add(property.toString())) continue;
            boolean needed =
                    schema.get("required").toString().contains('"' + property.getKey() + '"');
            for (var edge : Edges.of(property.getValue())) {
                String params = others(schema, property.getKey());
                params = "{\"" + property.getKey() + "\":" + edge + params + "}";
                judge(model, params, property.getValue(), edge, needed, softly);
            }
        }
    }

    /** What is required beside the parameter. */
    private static String others(JsonNode schema, String parameter) {
        var others = new StringBuilder();
        for (var required : schema.get("required")) {
            String name = required.asString();
            if (name.equals(parameter)) continue;
            others.append(",\"").append(name).append("\":");
            others.append(name.equals("duration_seconds") ? "1" : "\"a cat\"");
        }
        return others.toString();
    }

    private void judge(
            String model,
            String params,
            JsonNode schema,
            String edge,
            boolean needed,
            SoftAssertions softly) {
        tried++;
        boolean flat = tried % 2 == 0;
        String body = "{\"model\":\"" + model + "\","
                + (flat ? params.substring(1) : "\"params\":" + params + "}");
        // Refused by its length, the rest unread, so that the answer may be lost.
        if (body.getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY) return;
        var response = post(SUBMIT, body);
        String shown = body.length() > 300 ? body.substring(0, 300) : body;
        int status = response.statusCode();
        softly.assertThat(status).as(shown).isIn(202, 400, 402);
        JsonNode value = InputEdgesTest.read(edge);
        if (value == null || !isAllowed(schema, value, needed))
            softly.assertThat(status).as(shown).isEqualTo(400);
        else if (value.isNumber() || value.isNull() || schema.has("enum"))
            softly.assertThat(status).as(shown).isNotEqualTo(400);
        if (status == 202)
            client.done(
                    "POST", CANCEL, byId(Client.json(response).get("task_id").asString()));
    }

    private static boolean isAllowed(JsonNode schema, JsonNode value, boolean needed) {
        return value.isNull() ? !needed : SchemaByHand.allows(schema, value);
    }
}
