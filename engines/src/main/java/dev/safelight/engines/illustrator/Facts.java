package dev.safelight.engines.illustrator;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** What is told about a picture beside the picture. */
final class Facts {
    private Facts() {}

    static ObjectNode of(Scene scene, Request request) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("model", "illustrator-1");
        facts.put("seed", request.seed());
        facts.put("style", word(scene.style()));
        facts.put("setting", word(scene.place()));
        facts.put("timeOfDay", word(scene.time()));
        facts.put("weather", word(scene.weather()));
        facts.put("photorealistic", false);
        ArrayNode subjects = facts.putArray("subjects");
        for (Subject subject : scene.subjects()) {
            subjects.addObject()
                    .put("words", subject.words())
                    .put("drawnAs", subject.name())
                    .put("art", subject.figure().pack())
                    .put("count", subject.manner().count());
        }
        scene.notDrawn().forEach(facts.putArray("notDrawn")::add);
        return facts;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
