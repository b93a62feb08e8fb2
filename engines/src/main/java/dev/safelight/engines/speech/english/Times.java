package dev.safelight.engines.speech.english;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Times of day, as in {@code 6:45 p.m.}, {@code 14:05}, {@code 5pm}. */
final class Times {
    private static final String HALF = "([aApP])\\.?[mM](?:\\.(?!\\p{L})|(?![\\p{L}\\d]))";
    private static final String CLOCK = "([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?";

    private Times() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        CLOCK + "(?:\\s?" + HALF + ")?(?![\\d:])",
                        m -> read(m.group(1), m.group(2), m.group(3), m.group(4))),
                Rule.of("(1[0-2]|0?[1-9])\\s?" + HALF, m -> hour(m.group(1)) + half(m.group(2))));
    }

    private static String read(
            String hours, String minutes, @Nullable String seconds, @Nullable String half) {
        String clock =
                hour(hours) + minutes(Integer.parseInt(hours), minutes, half != null) + half(half);
        if (seconds == null) return clock;
        return clock + " and " + Numbers.cardinal(Integer.parseInt(seconds)) + " seconds";
    }

    private static String hour(String written) {
        return Numbers.cardinal(Integer.parseInt(written));
    }

    private static String minutes(int hours, String minutes, boolean halved) {
        if (minutes.equals("00")) {
            if (halved) return "";
            return hours > 12 || hours == 0 ? " hundred" : " o'clock";
        }
        String oh = minutes.startsWith("0") ? " oh " : " ";
        return oh + Numbers.cardinal(Integer.parseInt(minutes));
    }

    private static String half(@Nullable String letter) {
        if (letter == null) return "";
        return letter.equalsIgnoreCase("a") ? " A M" : " P M";
    }
}
