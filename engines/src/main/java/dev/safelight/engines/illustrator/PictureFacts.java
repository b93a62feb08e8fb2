package dev.safelight.engines.illustrator;

import dev.safelight.core.tool.EngineName;
import dev.safelight.engines.illustrator.reading.Scene;
import dev.safelight.engines.illustrator.reading.Subject;
import dev.safelight.media.raster.Origin;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;

/** What is told about a picture beside the picture. */
final class PictureFacts {
    private static final String MODEL = "illustrator-1";

    private PictureFacts() {}

    static ObjectNode of(Scene scene, Request request) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("model", MODEL);
        facts.put("seed", request.seed());
        facts.put("style", word(scene.style()));
        facts.put("setting", word(scene.place()));
        facts.put("timeOfDay", word(scene.time()));
        facts.put("weather", word(scene.weather()));
        facts.put("photorealistic", false);
        facts.put("repeatable", scene.rest().byMeaning());
        if (!scene.rest().byMeaning())
            facts.put(
                    "withoutMeaning",
                    "what words mean could not be told, so that subjects were found by name and"
                            + " everyday word alone; the same seed may give another picture");
        ArrayNode subjects = facts.putArray("subjects");
        for (Subject subject : scene.subjects()) {
            subjects.addObject()
                    .put("words", subject.words())
                    .put("drawnAs", subject.name())
                    .put("art", subject.drawing().pack())
                    .put("count", subject.manner().count());
        }
        scene.notDrawn().forEach(facts.putArray("notDrawn")::add);
        return facts;
    }

    /**
     * What the file itself tells: who made it, and the seed to make it again.
     *
     * @param prompt whether it tells what was asked for too, to whoever gets the file
     */
    static Map<String, String> written(Request request, boolean prompt) {
        var words = new Origin(EngineName.ILLUSTRATOR.text(), MODEL, request.seed()).words();
        if (prompt) words.put("prompt", request.prompt());
        return words;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
