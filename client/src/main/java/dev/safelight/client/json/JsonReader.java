package dev.safelight.client.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one value by recursive descent. One reader reads one text, once. */
public final class JsonReader {
    /** As deep as the server itself reads, and some room; deeper text would only eat the stack. */
    static final int DEPTH = 100;

    private static final int END = -1;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d{0,99})(\\.\\d{1,99})?([eE][+-]?\\d{1,3})?");

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads one value.
     *
     * @throws JsonException when the text is anything but one JSON value
     */
    public static Json read(String text) {
        var reader = new JsonReader(text);
        Json value = reader.value();
        if (reader.next() != END) throw reader.unexpected();
        return value;
    }

    private Json value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", Json.Null.NULL);
            default -> number();
        };
    }

    private Json object() {
        descend();
        var members = new LinkedHashMap<String, Json>();
        if (!skips('}')) {
            do {
                if (next() != '"') throw unexpected();
                String name = string();
                expect(':');
                members.put(name, value());
            } while (skips(','));
            expect('}');
        }
        depth--;
        return new Json.Obj(members);
    }

    private Json array() {
        descend();
        var items = new ArrayList<Json>();
        if (!skips(']')) {
            do {
                items.add(value());
            } while (skips(','));
            expect(']');
        }
        depth--;
        return new Json.Arr(items);
    }

    private void descend() {
        if (++depth > DEPTH) throw new JsonException("nested deeper than " + DEPTH);
        at++;
    }

    private String string() {
        var out = new StringBuilder();
        at++;
        while (true) {
            int c = raw();
            if (c == '"') break;
            if (c < ' ') throw unexpected();
            at++;
            out.append(c == '\\' ? escaped() : (char) c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        int c = raw();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = Character.digit(raw(), 16);
            if (digit < 0 || raw() > 'f') throw unexpected();
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Json number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) throw unexpected();
        at = matcher.end();
        return new Json.Num(new BigDecimal(matcher.group()));
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) throw unexpected();
        at += word.length();
        return value;
    }

    private void expect(char c) {
        if (!skips(c)) throw unexpected();
    }

    private boolean skips(char c) {
        if (next() != c) return false;
        at++;
        return true;
    }

    /** The character after any white space; {@link #END} after the last. */
    private int next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
        return raw();
    }

    private int raw() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private JsonException unexpected() {
        return new JsonException(
                at < text.length()
                        ? "unexpected '" + text.charAt(at) + "' at character " + at
                        : "ends too early");
    }
}
