package dev.safelight.client.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON value. Equality is by value; members keep the order in which they were given. */
public sealed interface Json {

    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public static Obj empty() {
            return new Obj(Map.of());
        }

        public Obj with(String name, Json value) {
            var more = new LinkedHashMap<>(members);
            more.put(name, value);
            return new Obj(more);
        }

        public Obj with(String name, String value) {
            return with(name, new Text(value));
        }

        public Obj with(String name, long value) {
            return with(name, new Num(BigDecimal.valueOf(value)));
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Text(String value) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    enum Null implements Json {
        NULL
    }

    /** The member of that name; {@link Null} where there is none, or where this is no object. */
    default Json at(String name) {
        return this instanceof Obj object
                ? object.members().getOrDefault(name, Null.NULL)
                : Null.NULL;
    }

    /** The items of an array; none where this is anything else. */
    default List<Json> items() {
        return List.of();
    }

    default Optional<String> asText() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    default Optional<BigDecimal> asNumber() {
        return this instanceof Num number ? Optional.of(number.value()) : Optional.empty();
    }

    default boolean isTrue() {
        return this instanceof Bool bool && bool.value();
    }
}
