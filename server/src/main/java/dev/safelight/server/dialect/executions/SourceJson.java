package dev.safelight.server.dialect.executions;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** Writes ways to a file's bytes. */
final class SourceJson {
    private SourceJson() {}

    /** An object of six members, of which all but the status may be null. */
    static void write(JsonGenerator json, String name, Source source) {
        json.writeObjectPropertyStart(name);
        switch (source) {
            case Source.Ready ready -> {
                json.writeStringProperty("status", "ready");
                writeMembers(json, ready);
            }
            case Source.None none -> {
                json.writeStringProperty("status", none.name().toLowerCase(Locale.ROOT));
                writeMembers(json, null);
            }
        }
        json.writeEndObject();
    }

    private static void writeMembers(JsonGenerator json, Source.@Nullable Ready ready) {
        writeAddress(json, "url", "expiresAt", ready);
        writeNumber(json, "width", ready == null ? null : ready.width());
        writeNumber(json, "height", ready == null ? null : ready.height());
        writeNumber(json, "fileBytes", ready == null ? null : BigDecimal.valueOf(ready.bytes()));
    }

    /** Two members, null where there is no address, or where it never ends. */
    static void writeAddress(JsonGenerator json, String url, String end, @Nullable Source source) {
        Source.Ready ready = source instanceof Source.Ready there ? there : null;
        Instant expires = ready == null ? null : ready.expires();
        if (ready == null) json.writeNullProperty(url);
        else json.writeStringProperty(url, ready.url());
        if (expires == null) json.writeNullProperty(end);
        else json.writeNumberProperty(end, expires.getEpochSecond());
    }

    static void writeNumber(JsonGenerator json, String name, @Nullable BigDecimal number) {
        json.writeName(name);
        if (number == null) json.writeNull();
        else json.writeNumber(number);
    }
}
