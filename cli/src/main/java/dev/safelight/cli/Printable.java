package dev.safelight.cli;

/** Text of others, for people: names, words and messages may carry codes that drive a terminal. */
public final class Printable {
    private Printable() {}

    /** The text with a question mark for each control character but line ends and tabs. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\\n\\t]]", "?");
    }
}
