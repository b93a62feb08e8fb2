package dev.safelight.app.http.executions;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.safelight.app.http.Edges;
import dev.safelight.app.live.Client;
import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.Catalog;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every field of every start, with every JSON form around the limits of its schema in the caller's
 * words: nothing breaks, words outside a set and numbers beyond a bound are refused, and those at
 * the bound are taken.
 */
class ExecutionsInputEdgesTest extends InExecutions {
    private final Set<String> fields = new HashSet<>();
    private int tried;

    @Test
    void break_nothing_and_pass_no_limit() throws IOException {
        String file = file("image/png", "a.png");
        assertSoftly(softly -> {
            for (var alias : Catalog.load().aliases("executions"))
                if (!alias.data().path("workflow").asBoolean(false)) tryOut(alias, file, softly);
        });
        System.out.println("* input edges of executions: " + tried + " inputs tried");
    }

    private void tryOut(Alias alias, String file, SoftAssertions softly) {
        var example = (ObjectNode) alias.docs().examples().getFirst().deepCopy();
        for (var property : alias.schema().get("properties").properties()) {
            String name = property.getKey();
            if (!fields.add(property.toString())) continue;
            for (var edge : Edges.of(property.getValue()))
                judge(alias, with(example, name, edge, file), property.getValue(), edge, softly);
            for (var word : property.getValue().path("enum"))
                judgeCase(alias, example, name, word, softly);
        }
    }

    /** Words are words of one case. */
    private void judgeCase(
            Alias alias, ObjectNode example, String name, JsonNode word, SoftAssertions softly) {
        if (!word.isString()) return;
        String other = word.asString().toLowerCase(Locale.ROOT);
        var answer = caller.start(alias.name(), with(example, name, '"' + other + '"', ""));
        softly.assertThat(told(answer)).as(name + " " + other).startsWith("400 ");
    }

    private void judge(
            Alias alias, String body, JsonNode schema, String edge, SoftAssertions softly) {
        tried++;
        var answer = caller.start(alias.name(), body);
        String shown = alias.name() + " " + body.substring(0, Math.min(body.length(), 300));
        softly.assertThat(answer.statusCode()).as(shown).isIn(List.of(202, 400, 404, 429));
        if (isRefused(schema, edge))
            softly.assertThat(answer.statusCode()).as(shown).isEqualTo(400);
        if (answer.statusCode() == 202)
            caller.cancel(Client.json(answer).get("toolExecutionId").asString());
    }

    /** Whether the schema alone says so, by its type and words; null may stand for absent. */
    private static boolean isRefused(JsonNode schema, String edge) {
        if (edge.equals("null")) return false;
        String type = schema.path("type").asString("");
        char first = edge.charAt(0);
        boolean number = first == '-' || Character.isDigit(first);
        return switch (type) {
            case "string" -> first != '"';
            case "integer", "number" -> !number;
            case "boolean" -> !edge.equals("true") && !edge.equals("false");
            case "array" -> first != '[';
            case "object" -> first != '{';
            default -> false;
        };
    }

    /** The example with the field set to this text, and its files real ones. */
    private static String with(ObjectNode example, String name, String text, String file) {
        var rest = example.deepCopy();
        rest.remove(name);
        String others = rest.toString().replaceAll("vg_file_\\w+", file);
        return "{\"" + name + "\":" + text + (rest.isEmpty() ? "" : ",") + others.substring(1);
    }
}
