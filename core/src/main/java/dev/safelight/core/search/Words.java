package dev.safelight.core.search;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Cuts texts into words: letters and digits in a row, in lower case and without accents. Scripts
 * that put no spaces between words are cut into pairs of characters; a pictograph is a word.
 */
public final class Words {
    /** What is longer is cut off, in texts and in questions alike. */
    private static final int LONGEST = 64;

    /** More of them would take much memory in the index; later ones of a text are left out. */
    private static final int MOST_OF_A_TEXT = 5_000;

    /** The same of a question: each word is looked for by itself. */
    private static final int MOST_ASKED = 64;

    private static final Set<UnicodeBlock> ACCENTS =
            Set.of(UnicodeBlock.COMBINING_DIACRITICAL_MARKS, UnicodeBlock.VARIATION_SELECTORS);

    private final SequencedSet<String> whole = new LinkedHashSet<>();

    /** Characters without a pair: the last one of each run; in questions those that are alone. */
    private final SequencedSet<String> single = new LinkedHashSet<>();

    private final boolean isQuestion;
    private final StringBuilder word = new StringBuilder();

    /** How long the run of characters without spaces is, and the last one of it. */
    private int run;

    private int last;

    private Words(String text, boolean isQuestion) {
        this.isQuestion = isQuestion;
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(this::take);
        endWord();
        endRun();
    }

    /** The different words of a text. */
    public static SequencedSet<String> of(String text) {
        var cut = new Words(text, false);
        // With them every character of a run begins a word.
        cut.whole.addAll(cut.single);
        return first(cut.whole, MOST_OF_A_TEXT);
    }

    private static SequencedSet<String> first(SequencedSet<String> words, int most) {
        while (words.size() > most) words.removeLast();
        return words;
    }

    /** The words of a question; empty when it has none. */
    public static Optional<WordQuery> asked(String text) {
        var cut = new Words(text, true);
        if (!cut.whole.isEmpty()) cut.single.add(cut.whole.removeLast());
        return cut.single.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WordQuery(first(cut.whole, MOST_ASKED), first(cut.single, MOST_ASKED)));
    }

    private void take(int c) {
        if (isMark(c)) {
            if (!isAccent(c) && !word.isEmpty()) word.appendCodePoint(c);
        } else if (isWithoutSpaces(c)) {
            endWord();
            pair(c);
        } else {
            endRun();
            if (Character.isLetterOrDigit(c)) word.appendCodePoint(c);
            else endWord();
            if (Character.getType(c) == Character.OTHER_SYMBOL) whole.add(Character.toString(c));
        }
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Marks of other scripts are vowels, without which words are others. */
    private static boolean isAccent(int c) {
        return ACCENTS.contains(UnicodeBlock.of(c))
                || Character.getType(c) == Character.ENCLOSING_MARK;
    }

    private static boolean isWithoutSpaces(int c) {
        return Character.isLetter(c)
                && switch (UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    private void pair(int c) {
        if (run > 0) whole.add(Character.toString(last) + Character.toString(c));
        last = c;
        run++;
    }

    private void endRun() {
        if (run == 1 || (run > 1 && !isQuestion)) single.add(Character.toString(last));
        run = 0;
    }

    private void endWord() {
        if (word.isEmpty()) return;
        int end = Math.min(word.length(), LONGEST);
        if (Character.isHighSurrogate(word.charAt(end - 1))) end--;
        whole.add(word.substring(0, end));
        word.setLength(0);
    }
}
