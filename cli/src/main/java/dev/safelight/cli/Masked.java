package dev.safelight.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides keys in what is said: by mistake one may stand in the place of any word. */
final class Masked {
    private static final String STARS = "***";
    private static final Pattern OURS = Pattern.compile("sl_(?:live|test)_[^\\s'\",;]*");

    /** A name as options have them: what follows it may be a value. */
    private static final Pattern NAME = Pattern.compile("--[A-Za-z-]{1,24}|-[A-Za-z]?");

    /** Operators choose keys of their own, but none shorter than this. */
    private static final int SHORTEST = 16;

    /** What is shorter stands in many a word by accident. */
    private static final int SHORTEST_OWN = 8;

    private Masked() {}

    /**
     * A sentence without keys.
     *
     * @param own the key that is in use; empty for none
     */
    static String of(String text, String own) {
        String known = own.length() < SHORTEST_OWN ? text : text.replace(own, STARS);
        return OURS.matcher(known).replaceAll(STARS);
    }

    /** A value that was refused, unless it may be a key. */
    static String value(String text) {
        boolean isNumber = text.matches("[0-9.,eE+-]*");
        return text.length() < SHORTEST || isNumber ? text : STARS;
    }

    /** An argument that nothing is known of: the name of the option, without what follows it. */
    static String argument(String word) {
        if (!word.startsWith("-")) return value(word);
        Matcher name = NAME.matcher(word);
        if (!name.lookingAt()) return STARS;
        String rest = word.substring(name.end());
        if (rest.isEmpty()) return word;
        return name.group() + (rest.startsWith("=") ? "=" : "") + STARS;
    }
}
