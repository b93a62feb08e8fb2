package dev.safelight.server.http.body;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.databind.JsonNode;

/** Refuses text that no UTF-8 store keeps as it came: NUL and halves of surrogate pairs. */
final class StorableText {
    private StorableText() {}

    static void check(JsonNode value, String path) {
        if (value.isString()) check(value.stringValue(), path);
        else if (value.isObject())
            for (var member : value.properties()) {
                check(member.getKey(), path);
                check(member.getValue(), path.isEmpty() ? member.getKey() : path);
            }
        else if (value.isArray()) for (var element : value) check(element, path);
    }

    private static void check(String text, String path) {
        if (text.indexOf(0) >= 0) throw refused(path, "U+0000");
        // A pair is one code point outside the surrogates; only a half is left as one of them.
        boolean halved = text.codePoints()
                .anyMatch(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        if (halved) throw refused(path, "half of a surrogate pair");
    }

    private static Refusal refused(String path, String what) {
        return new Refusal(Problem.invalid(
                path, "'" + path + "' contains " + what + ", which is not text; leave it out."));
    }
}
