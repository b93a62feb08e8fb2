package dev.safelight.engines.speech.english;

import java.util.List;

/**
 * A stretch of text and how it is read.
 *
 * @param written as it stands in the text
 * @param words what is said: words in lower case, single capitals for names of letters, and commas
 *     for pauses
 * @param pause what follows: empty, or one of {@code , ; : . ? !}
 */
record Reading(String written, List<String> words, String pause) {
    Reading {
        words = List.copyOf(words);
    }

    Reading with(String otherPause) {
        return new Reading(written, words, otherPause);
    }
}
