package dev.safelight.cli;

import java.util.regex.Pattern;

/** An id that somebody typed, as one segment of a path. */
final class PathSegment {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private PathSegment() {}

    /** What can be no id becomes one that does not exist: it names nothing else on the way. */
    static String of(String word) {
        return ID.matcher(word).matches() ? word : "-";
    }
}
