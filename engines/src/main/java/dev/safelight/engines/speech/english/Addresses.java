package dev.safelight.engines.speech.english;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the net, as in {@code https://example.com/help} and {@code joe@example.com}. */
final class Addresses {
    private static final String ENDINGS =
            "(?:com|org|net|io|dev|edu|gov|info|app|ai|co|uk|de|fr|us|eu|ca|au|jp|tv|me)";
    private static final String HOST =
            "(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,60})\\.){1,6}" + ENDINGS + "(?![\\p{L}\\d-])";
    private static final String PATH =
            "(?::\\d{1,5})?(?:[/?#][^\\s,;:!?\"'<>)\\]]{0,200}(?<![.]))?";
    private static final Pattern PIECE = Pattern.compile("\\p{L}{1,40}|\\d{1,40}|[^\\p{L}\\d]");
    private static final Set<String> SPELLED = Set.of(
            "www", "io", "edu", "uk", "de", "fr", "us", "eu", "ca", "au", "jp", "tv", "ai", "html",
            "php", "pdf", "txt", "js");
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry(".", "dot"),
            Map.entry("@", "at"),
            Map.entry("/", "slash"),
            Map.entry("-", "dash"),
            Map.entry("_", "underscore"),
            Map.entry(":", "colon"),
            Map.entry("?", "question mark"),
            Map.entry("=", "equals"),
            Map.entry("&", "and"),
            Map.entry("+", "plus"),
            Map.entry("#", "hash"),
            Map.entry("%", "percent"),
            Map.entry("~", "tilde"));

    private Addresses() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "[\\p{L}\\d._%+-]{1,64}@(?:[\\p{L}\\d-]{1,60}\\.){1,6}\\p{L}{2,12}",
                        Addresses::read),
                Rule.of(
                        "(?:https?|ftp)://([^\\s,;\"'<>)\\]]{1,250}(?<![.!?:]))",
                        m -> read(m.group(1))),
                Rule.of("(?:www\\.)?" + HOST + PATH, Addresses::read),
                // A file's name: the dot has letters on both sides.
                Rule.of(
                        "(?<=[\\p{L}\\d])\\.\\p{L}[\\p{L}\\d]{1,4}(?![\\p{L}\\d])",
                        Addresses::read));
    }

    private static String read(MatchResult match) {
        return read(match.group());
    }

    private static String read(String address) {
        StringBuilder words = new StringBuilder();
        Matcher piece = PIECE.matcher(
                address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        while (piece.find()) words.append(word(piece.group())).append(' ');
        return words.toString().strip();
    }

    private static String word(String piece) {
        if (Character.isDigit(piece.charAt(0))) return Numbers.read(piece);
        if (!Character.isLetter(piece.charAt(0))) return MARKS.getOrDefault(piece, "");
        String lower = piece.toLowerCase(Locale.ROOT);
        if (!SPELLED.contains(lower)) return Words.plain(piece);
        return String.join(" ", lower.toUpperCase(Locale.ROOT).split("", -1));
    }
}
