package dev.safelight.core.text;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** How much room a text takes. */
public final class TextSize {
    private TextSize() {}

    /** Bytes in UTF-8; none where there is no text. */
    public static int of(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
