package dev.safelight.client.json;

import java.util.List;
import java.util.Map;

/** Writes a tree on one line, without white space. */
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    public static String write(Json json) {
        var writer = new JsonWriter();
        writer.value(json);
        return writer.out.toString();
    }

    private void value(Json json) {
        switch (json) {
            case Json.Obj object -> object(object.members());
            case Json.Arr array -> array(array.items());
            case Json.Text text -> text(text.value());
            case Json.Num number -> out.append(number.value().toString());
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null none -> out.append("null");
        }
    }

    private void object(Map<String, Json> members) {
        String before = "{";
        for (var member : members.entrySet()) {
            out.append(before);
            text(member.getKey());
            out.append(':');
            value(member.getValue());
            before = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void array(List<Json> items) {
        String before = "[";
        for (Json item : items) {
            out.append(before);
            value(item);
            before = ",";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private void text(String value) {
        out.append('"');
        value.chars().forEach(this::character);
        out.append('"');
    }

    /** A lone surrogate has no UTF-8 form, so it is escaped like a control character. */
    private void character(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ' || Character.isSurrogate((char) c)) out.append("\\u%04x".formatted(c));
                else out.append((char) c);
            }
        }
    }
}
