package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.Admission;
import dev.safelight.engines.illustrator.paint.Frame;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What this engine refuses, and what it takes but does not heed: that is told, never hidden. */
final class Limits {
    /** A hundred pictures of a megapixel, seven of sixteen: more would meet their deadline. */
    private static final long MOST_PIXELS = 128L << 20;

    private static final String IMAGES = "images";
    private static final String WORDS_ONLY =
            "The illustrator draws from words only, and pictures were given. Leave them out, or ask"
                    + " the operator for an engine that takes pictures.";

    private Limits() {}

    /** Why no picture can be made of it, or null; told from the input alone. */
    static Admission.@Nullable Refusal refusal(JsonNode input) {
        if (!input.path(IMAGES).isEmpty()) return Admission.Refusal.invalid(IMAGES, WORDS_ONLY);
        Frame frame = Frame.of(input);
        int count = input.path("numResults").asInt(1);
        int together = (int) Math.max(1, MOST_PIXELS / frame.pixels());
        if (count <= together) return null;
        return Admission.Refusal.invalid(
                "numResults",
                count + " pictures of " + frame.width() + "x" + frame.height()
                        + " take too long in one task: ask for at most " + together + " at once");
    }

    /** The same for a task that was taken before, by a build or a route that did not say so. */
    static void check(JsonNode input) throws EngineFailure {
        var refusal = refusal(input);
        if (refusal == null) return;
        // Another engine could take pictures; of so many at once none could.
        var code = IMAGES.equals(refusal.field())
                ? FailureCode.ENGINE_UNAVAILABLE
                : FailureCode.INVALID_INPUT;
        throw EngineFailure.lasting(code, refusal.words());
    }

    /** What the input says that makes no difference to the picture. */
    static ObjectNode notApplied(JsonNode input) {
        ObjectNode not = JsonNodeFactory.instance.objectNode();
        for (var name : new String[] {"negativePrompt", "quality"})
            if (input.has(name)) not.set(name, input.get(name));
        if (Request.UNDRAWN_STYLES.contains(input.path("style").asString("")))
            not.set("style", input.get("style"));
        if (input.has("compression") && !Encoding.of(input).jpeg())
            not.set("compression", input.get("compression"));
        return not;
    }
}
