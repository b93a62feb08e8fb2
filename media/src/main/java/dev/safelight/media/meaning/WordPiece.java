package dev.safelight.media.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the pieces that the model was trained on: lower case, no accents, longest piece
 * first.
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_TEXT = 128;
    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = vocabulary.getOrDefault("[UNK]", 100);
        this.start = vocabulary.getOrDefault("[CLS]", 101);
        this.end = vocabulary.getOrDefault("[SEP]", 102);
    }

    /** The numbers of the pieces, between the marks of start and end; at most 128 in all. */
    long[] pieces(String text) {
        List<Integer> found = new ArrayList<>();
        found.add(start);
        for (String word : words(text)) addPieces(word, found);
        int kept = Math.min(found.size(), LONGEST_TEXT - 1);
        long[] numbers = new long[kept + 1];
        for (int at = 0; at < kept; at++) numbers[at] = found.get(at);
        numbers[kept] = end;
        return numbers;
    }

    /** Words and single punctuation marks. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}+", "");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(c -> {
            boolean alone = !Character.isLetterOrDigit(c);
            if (alone && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (!alone) word.appendCodePoint(c);
            else if (!Character.isWhitespace(c) && !Character.isISOControl(c))
                words.add(Character.toString(c));
        });
        if (!word.isEmpty()) words.add(word.toString());
        return words;
    }

    /** A word that cannot be cut completely is unknown as a whole. */
    private void addPieces(String word, List<Integer> into) {
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = longestFrom(word, from);
            if (to < 0) break;
            pieces.add(vocabulary.get(spelled(word, from, to)));
            from = to;
        }
        if (from < word.length()) into.add(unknown);
        else into.addAll(pieces);
    }

    private int longestFrom(String word, int from) {
        for (int to = word.length(); to > from; to--) {
            if (vocabulary.containsKey(spelled(word, from, to))) return to;
        }
        return -1;
    }

    private static String spelled(String word, int from, int to) {
        String piece = word.substring(from, to);
        return from == 0 ? piece : "##" + piece;
    }
}
