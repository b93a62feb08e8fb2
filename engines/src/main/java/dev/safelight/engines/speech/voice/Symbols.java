package dev.safelight.engines.speech.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A line in the numbers that a model reads, each remembering the word that it belongs to. */
final class Symbols {
    private static final int NOBODY = -1;
    private final Map<Integer, List<Long>> alphabet;
    private final List<Long> pad;
    private final List<Long> ids = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();

    /**
     * @param alphabet the model's numbers by code point
     * @param pad what follows each symbol; may be empty
     */
    Symbols(Map<Integer, List<Long>> alphabet, List<Long> pad) {
        this.alphabet = alphabet;
        this.pad = pad;
    }

    /** Adds numbers that belong to no word, with no pad. */
    Symbols mark(List<Long> numbers) {
        for (long id : numbers) add(id, NOBODY);
        return this;
    }

    /** Adds all words with what parts them. Symbols that the model never learnt are left out. */
    Symbols line(List<SpokenWord> words) {
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) text(" ", NOBODY);
            text(words.get(i).ipa(), i);
            text(words.get(i).pause(), NOBODY);
        }
        return this;
    }

    long[] ids() {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Where each word lies, given how long each number lasts.
     *
     * @param lengths samples per number, as many as there are numbers
     */
    List<Utterance.Span> spans(List<SpokenWord> words, int[] lengths) {
        int[] from = new int[words.size()];
        int[] to = new int[words.size()];
        Arrays.fill(from, -1);
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            int owner = owners.get(i);
            if (owner != NOBODY && from[owner] < 0) from[owner] = at;
            at += lengths[i];
            if (owner != NOBODY) to[owner] = at;
        }
        List<Utterance.Span> spans = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean silent = from[i] < 0; // nothing of it is in the model's alphabet
            spans.add(new Utterance.Span(
                    words.get(i).written(), silent ? last : from[i], silent ? last : to[i]));
            if (!silent) last = to[i];
        }
        return spans;
    }

    private void text(String symbols, int owner) {
        symbols.codePoints().forEach(symbol -> {
            List<Long> numbers = alphabet.get(symbol);
            if (numbers == null) return;
            for (long id : numbers) add(id, owner);
            for (long id : pad) add(id, owner);
        });
    }

    private void add(long id, int owner) {
        ids.add(id);
        owners.add(owner);
    }
}
