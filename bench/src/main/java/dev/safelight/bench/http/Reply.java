package dev.safelight.bench.http;

import java.nio.charset.StandardCharsets;

/**
 * A whole answer.
 *
 * @param text head and body as they came
 */
record Reply(int status, String text) {

    static Reply of(byte[] bytes, int length) {
        var text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        return new Reply(Integer.parseInt(text, 9, 12, 10), text);
    }

    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** The text of a field of a flat JSON answer. */
    String field(String name) {
        int at = text.indexOf("\"" + name + "\":\"");
        if (at < 0) throw new IllegalStateException("no " + name + " in " + text);
        int from = at + name.length() + 4;
        return text.substring(from, text.indexOf('"', from));
    }
}
