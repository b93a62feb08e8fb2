package dev.safelight.engines.speech.english;

import dev.safelight.engines.speech.voice.Line;
import dev.safelight.engines.speech.voice.Line.End;
import dev.safelight.engines.speech.voice.SpokenWord;

import java.util.ArrayList;
import java.util.List;

/** Text to lines of phonemes, for any voice that speaks English. Safe for several threads. */
public final class English {
    private final Reader reader;
    private final Speller speller;

    public English(Dictionary dictionary) {
        reader = new Reader(dictionary::knows);
        speller = new Speller(new Pronouncer(dictionary));
    }

    /**
     * Reads a text of any kind.
     *
     * @param longest how many phonemes a line should hold at most
     * @return what can be said of it, in order; empty when nothing can
     */
    public List<Line> lines(String text, int longest) {
        List<Line> lines = new ArrayList<>();
        for (Sentence sentence : Sentences.of(Cleaner.clean(text))) {
            List<SpokenWord> words = speller.spell(Phrasing.of(reader.read(sentence.text())));
            lines.addAll(Lines.cut(
                    words, longest, sentence.endsParagraph() ? End.PARAGRAPH : End.SENTENCE));
        }
        return lines;
    }
}
