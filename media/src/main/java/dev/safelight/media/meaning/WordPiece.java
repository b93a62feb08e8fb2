package dev.safelight.media.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts a text into the pieces that the model was trained on: lower case, no accents, longest piece
 * first.
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_TEXT = 128;

    /** Accents and what no reader sees. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Mn}\\p{C}&&\\S]");

    private static final Pattern ALONE = Pattern.compile("[\\p{P}$+<=>^`|~\\p{IsIdeographic}]");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}$+<=>^`|~]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
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

    /**
     * The numbers of the pieces, between the marks of start and end; at most 128 in all. None where
     * more of the text is unknown than known: all such texts would be the same.
     */
    Optional<long[]> pieces(String text) {
        List<Integer> found = new ArrayList<>();
        found.add(start);
        long known = 0;
        long strange = 0;
        for (String word : words(text)) {
            List<Integer> pieces = piecesOf(word);
            if (pieces.isEmpty()) strange += characters(word);
            else known += characters(word);
            found.addAll(pieces.isEmpty() ? List.of(unknown) : pieces);
        }
        return known == 0 || strange > known ? Optional.empty() : Optional.of(ended(found));
    }

    private static long characters(String word) {
        return PUNCTUATION.matcher(word).matches() ? 0 : word.codePoints().count();
    }

    private long[] ended(List<Integer> found) {
        int kept = Math.min(found.size(), LONGEST_TEXT - 1);
        long[] numbers = new long[kept + 1];
        for (int at = 0; at < kept; at++) numbers[at] = found.get(at);
        numbers[kept] = end;
        return numbers;
    }

    /** Words, single punctuation marks and single ideographs: what the model was trained on. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String spaced = UNSEEN.matcher(plain).replaceAll("");
        spaced = ALONE.matcher(spaced).replaceAll(" $0 ");
        return SPACE.splitAsStream(spaced).filter(word -> !word.isEmpty()).toList();
    }

    /** None of a word that cannot be cut completely. */
    private List<Integer> piecesOf(String word) {
        List<Integer> into = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = longestFrom(word, from);
            if (to < 0) return List.of();
            into.add(vocabulary.get(spelled(word, from, to)));
            from = to;
        }
        return into;
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
