package dev.safelight.core.tool;

import java.util.Locale;

/** What kind of file a tool makes. */
public enum Medium {
    IMAGE,
    VIDEO,
    SOUND;

    static Medium of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
