package dev.safelight.engines.speech.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text into sentences: at line ends, and where a stop is followed by a new beginning. */
final class Sentences {
    private static final Pattern STOP =
            Pattern.compile("([.!?]+)[\"')\\]]{0,3}\\s+(?=[\"'(\\[]{0,2}[\\p{Lu}\\p{Lo}\\d])");
    private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}.]{1,20}$");
    private static final Set<String> NUMBERED = Set.of("No", "no", "p", "Art", "Sec");
    private static final int LOOK_BACK = 20;

    private Sentences() {}

    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        for (String paragraph : text.split("\n+", -1)) {
            int from = 0;
            Matcher stop = STOP.matcher(paragraph);
            while (stop.find()) {
                if (stop.group(1).equals(".")
                        && isInside(paragraph, from, stop.start(), stop.end())) continue;
                add(sentences, paragraph.substring(from, stop.end()), false);
                from = stop.end();
            }
            add(sentences, paragraph.substring(from), true);
        }
        return sentences;
    }

    private static void add(List<Sentence> sentences, String text, boolean endsParagraph) {
        if (!text.isBlank()) sentences.add(new Sentence(text.strip(), endsParagraph));
    }

    /** Whether the dot at {@code dot} ends an abbreviation rather than a sentence. */
    private static boolean isInside(String paragraph, int from, int dot, int next) {
        Matcher word = LAST_WORD.matcher(paragraph.substring(Math.max(from, dot - LOOK_BACK), dot));
        if (!word.find()) return false;
        boolean number = Character.isDigit(paragraph.charAt(next));
        return Abbreviations.ownsItsDot(word.group())
                || (number && NUMBERED.contains(word.group()));
    }
}
