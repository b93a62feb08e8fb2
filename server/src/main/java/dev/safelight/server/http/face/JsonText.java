package dev.safelight.server.http.face;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Writes JSON straight into bytes, without a tree. */
public final class JsonText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int USUAL_LENGTH = 512;

    private JsonText() {}

    /** What the writer writes, as UTF-8. */
    public static byte[] write(Consumer<JsonGenerator> writer) {
        var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (var json = JSON.createGenerator(bytes)) {
            writer.accept(json);
        }
        return bytes.toByteArray();
    }

    /** One object whose members the writer writes. */
    public static byte[] object(Consumer<JsonGenerator> members) {
        return write(json -> {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        });
    }
}
