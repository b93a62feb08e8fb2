package dev.safelight.engines.speech.english;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words of one spelling and two sounds, told apart by the word before: to record, a record. */
final class Heteronyms {
    private static final Set<String> BEFORE_NOUNS = Set.of(
            "a", "an", "the", "this", "my", "your", "his", "her", "our", "their", "its", "no",
            "any", "some", "each", "every", "of", "new", "another", "first", "last", "world", "in",
            "for", "with", "by");
    private static final Set<String> BEFORE_VERBS = Set.of(
            "to", "will", "would", "can", "could", "shall", "should", "may", "might", "must", "i",
            "you", "we", "they", "not", "don't", "didn't", "doesn't", "won't", "can't", "let's",
            "please", "cannot", "");
    private static final Set<String> BEFORE_PARTICIPLES = Set.of(
            "have", "has", "had", "having", "was", "were", "been", "be", "is", "are", "already");
    private static final Map<String, List<String>> ROWS = Table.rows("heteronyms.txt").stream()
            .collect(Collectors.toMap(List::getFirst, Function.identity()));

    private Heteronyms() {}

    /**
     * The phonemes of a word that has two sounds, or null.
     *
     * @param before the word before it, empty at the start of a sentence
     */
    static @Nullable String phones(String word, String before) {
        List<String> row = ROWS.get(word);
        if (row == null) return null;
        int column = 1;
        if (BEFORE_NOUNS.contains(before)) column = 2;
        if (BEFORE_VERBS.contains(before)) column = 3;
        if (BEFORE_PARTICIPLES.contains(before)) column = 4;
        return row.get(column).isEmpty() ? row.get(1) : row.get(column);
    }
}
