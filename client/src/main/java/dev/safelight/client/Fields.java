package dev.safelight.client;

import dev.safelight.client.json.Json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers the members of an object and leaves out what nobody set. */
final class Fields {
    private final Map<String, Json> members = new LinkedHashMap<>();

    Fields() {}

    Fields(Json.Obj first) {
        members.putAll(first.members());
    }

    Fields text(String name, @Nullable String value) {
        return value == null ? this : value(name, new Json.Text(value));
    }

    Fields number(String name, @Nullable Number value) {
        return value == null ? this : value(name, new Json.Num(new BigDecimal(value.toString())));
    }

    Fields value(String name, Json value) {
        members.put(name, value);
        return this;
    }

    Json.Obj object() {
        return new Json.Obj(members);
    }
}
