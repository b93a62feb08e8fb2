package dev.safelight.core.upload;

import java.util.regex.Pattern;

/**
 * The name of a file as a stranger gave it, made harmless: one line, and without what turns the
 * direction of a text, by which a name can show another ending than it has.
 */
public final class UploadName {
    /** Characters at most. */
    public static final int LONGEST = 255;

    private static final String NONE = "file";

    /** Controls, ends of lines and paragraphs, marks of direction, and halves of pairs. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}"
            + "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private UploadName() {}

    /** Never blank. What is too long is cut, its ending too. */
    public static String of(String given) {
        String plain = UNSHOWN.matcher(given).replaceAll("_").strip();
        if (plain.isEmpty()) return NONE;
        if (plain.codePointCount(0, plain.length()) <= LONGEST) return plain;
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip();
    }
}
