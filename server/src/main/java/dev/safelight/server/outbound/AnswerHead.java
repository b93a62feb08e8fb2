package dev.safelight.server.outbound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The beginning of what a receiver answers, for the owner of its address. */
final class AnswerHead {
    private static final int MOST = 1_024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Takes what is still wanted of it. */
    void add(ByteBuffer content) {
        byte[] more = new byte[Math.min(content.remaining(), MOST - bytes.size())];
        content.slice().get(more);
        bytes.writeBytes(more);
    }

    /** At most 1,024 characters that can be shown anywhere, on one line. */
    String text() {
        var text = new StringBuilder();
        bytes.toString(StandardCharsets.UTF_8)
                .codePoints()
                .map(AnswerHead::shown)
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    private static int shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> ' ';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> '?';
            default -> character;
        };
    }
}
