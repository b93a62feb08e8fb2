package dev.safelight.cli;

/** Text of others, for people: names, words and messages may carry codes that drive a terminal. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "?");
    }
}
