package dev.safelight.server.account;

import dev.safelight.core.account.KeyChange;
import dev.safelight.core.account.Registry;
import dev.safelight.core.tool.EngineName;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Limits of keys and engines, for operators. */
final class LimitOperations {
    private final Registry registry;
    private final Map<String, EngineName> engines = new TreeMap<>();

    LimitOperations(AccountPorts ports) {
        registry = ports.registry();
        // Test keys use it, whatever the catalog names.
        engines.put(EngineName.SANDBOX.text(), EngineName.SANDBOX);
        ports.engines().forEach(engine -> engines.put(engine.text(), engine));
    }

    Answer limitKey(Call call) {
        var handle = Handles.key(call.segment(0));
        var act = registry.change(Acts.actor(call), handle, change(call.body()));
        return Acts.answer(act, LimitOperations::noKey, KeyJson::answer);
    }

    private static KeyChange change(JsonNode body) {
        return new KeyChange(
                Numbers.integer(body, "slots"),
                Numbers.integer(body, "submitsPerMinute"),
                Numbers.integer(body, "readsPerMinute"),
                new KeyChange.Spend(
                        Numbers.credits(body, "creditsPer5Hours"),
                        Numbers.credits(body, "creditsPerDay"),
                        Numbers.credits(body, "creditsPer7Days")));
    }

    private static Refusal noKey() {
        return new Refusal(ProblemCode.KEY_NOT_FOUND, "There is no such key in any account.");
    }

    Answer engines(Call call) {
        return Answer.later(
                registry.engines(),
                limits -> Answer.json(JsonText.object(json -> {
                    json.writeArrayPropertyStart("engines");
                    for (var engine : engines.values()) {
                        json.writeStartObject();
                        members(json, engine, limits.getOrDefault(engine, 0));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                })));
    }

    Answer limitEngine(Call call) {
        var engine = engines.get(call.segment(0));
        int slots = call.body().get("slots").asInt();
        return Acts.answer(
                registry.change(Acts.actor(call), engine, slots),
                LimitOperations::noEngine,
                limit -> Answer.json(JsonText.object(
                        json -> members(json, Objects.requireNonNull(engine), limit))));
    }

    private static void members(JsonGenerator json, EngineName engine, int slots) {
        json.writeStringProperty("name", engine.text());
        json.writeNumberProperty("slots", slots);
    }

    private static Refusal noEngine() {
        return new Refusal(
                ProblemCode.ENGINE_NOT_FOUND,
                "There is no such engine. GET /api/v1/engines lists them.");
    }
}
