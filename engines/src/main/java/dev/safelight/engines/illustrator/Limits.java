package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.task.FailureCode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What this engine refuses, and what it takes but does not heed: that is told, never hidden. */
final class Limits {
    /** A hundred pictures of a megapixel, seven of sixteen: more would meet their deadline. */
    private static final long MOST_PIXELS = 128L << 20;

    private Limits() {}

    static void check(JsonNode input, Request request) throws EngineFailure {
        if (!input.path("images").isEmpty())
            throw EngineFailure.lasting(
                    FailureCode.ENGINE_UNAVAILABLE,
                    "The illustrator draws from words only, and pictures were given. Leave them"
                            + " out, or ask the operator for an engine that takes pictures.");
        int together = (int) Math.max(1, MOST_PIXELS / request.frame().pixels());
        if (request.count() > together)
            throw EngineFailure.lasting(
                    FailureCode.INVALID_INPUT,
                    request.count() + " pictures of " + request.frame().width() + "x"
                            + request.frame().height() + " take too long in one task: ask for at"
                            + " most " + together + " at once");
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
