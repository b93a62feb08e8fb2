package dev.safelight.server.dialect.tools;

import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.JsonText;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.util.function.Consumer;

/** Wraps what an operation answers: {@code {"data": {...}}}. */
final class Data {
    private Data() {}

    /** One object whose members the writer writes. */
    static Answer.Text object(Consumer<JsonGenerator> members) {
        return Answer.json(JsonText.object(json -> {
            json.writeObjectPropertyStart("data");
            members.accept(json);
            json.writeEndObject();
        }));
    }

    static Answer.Text tree(JsonNode data) {
        return Answer.json("{\"data\":" + data + "}");
    }
}
