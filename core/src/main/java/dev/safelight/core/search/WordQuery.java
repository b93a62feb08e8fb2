package dev.safelight.core.search;

import java.util.Set;

/**
 * The words of a question, all of which a file has to have.
 *
 * @param whole as {@link Words} cuts them
 * @param beginnings of words: whoever asks may not have finished the last one
 */
public record WordQuery(Set<String> whole, Set<String> beginnings) {
    public WordQuery {
        whole = Set.copyOf(whole);
        beginnings = Set.copyOf(beginnings);
    }
}
