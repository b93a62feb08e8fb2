package dev.safelight.engines.speech.english;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Reads one sentence from left to right: at each place the first rule that fits takes its part. */
final class Reader {
    private static final String PAUSES = ",;:.!?"; // weakest first, but for the comma's kin
    private final List<Rule> rules;

    Reader(Predicate<String> known) {
        rules = Stream.of(
                        Addresses.rules(),
                        Figures.codes(),
                        Dates.rules(),
                        Times.rules(),
                        Money.rules(),
                        Measures.rules(),
                        Figures.counts(),
                        Abbreviations.rules(),
                        Romans.rules(),
                        Marks.rules(),
                        new Words(known).rules())
                .flatMap(List::stream)
                .toList();
    }

    /** What is read of a sentence; empty when nothing in it can be. */
    List<Reading> read(String sentence) {
        List<Matcher> matchers =
                rules.stream().map(rule -> matcher(rule, sentence)).toList();
        List<Reading> readings = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            int next = Character.isWhitespace(sentence.charAt(at))
                    ? at
                    : take(sentence, at, matchers, readings);
            if (next > at) {
                at = next;
                continue;
            }
            pause(sentence, at, readings);
            at += Character.charCount(sentence.codePointAt(at));
        }
        return readings;
    }

    private static Matcher matcher(Rule rule, String sentence) {
        return rule.pattern()
                .matcher(sentence)
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }

    /** Lets the first rule that fits read on from {@code at}; tells where it stopped. */
    private int take(String sentence, int at, List<Matcher> matchers, List<Reading> readings) {
        for (int i = 0; i < matchers.size(); i++) {
            Matcher matcher = matchers.get(i).region(at, sentence.length());
            if (!matcher.lookingAt() || matcher.end() == at) continue;
            String words = rules.get(i).reading().apply(matcher.toMatchResult());
            if (words.isBlank()) continue;
            List<String> list = Arrays.asList(words.strip().split("\\s+", -1));
            readings.add(new Reading(matcher.group().strip(), list, ""));
            return matcher.end();
        }
        return at;
    }

    /** Turns a mark between words into a pause after the last of them. */
    private static void pause(String sentence, int at, List<Reading> readings) {
        String pause = pauseOf(sentence, at);
        if (readings.isEmpty() || pause.isEmpty()) return;
        Reading last = readings.getLast();
        if (PAUSES.indexOf(last.pause()) >= PAUSES.indexOf(pause)
                && !last.pause().isEmpty()) return;
        readings.set(readings.size() - 1, last.with(pause));
    }

    private static String pauseOf(String sentence, int at) {
        char mark = sentence.charAt(at);
        if (PAUSES.indexOf(mark) >= 0) return String.valueOf(mark);
        return switch (mark) {
            case '—', '(', ')', '[', ']', '…' -> ",";
            case '-', '–' -> at > 0 && sentence.charAt(at - 1) == ' ' ? "," : "";
            default -> "";
        };
    }
}
