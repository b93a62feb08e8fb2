package dev.safelight.engines.speech.english;

import dev.safelight.engines.speech.voice.Line;
import dev.safelight.engines.speech.voice.Line.End;
import dev.safelight.engines.speech.voice.SpokenWord;

import java.util.ArrayList;
import java.util.List;

/** Cuts a spelled sentence into lines that a voice can say in one go, at pauses where there are. */
final class Lines {
    private Lines() {}

    /**
     * @param longest how many phonemes a line should hold at most; a single word may be longer
     */
    static List<Line> cut(List<SpokenWord> words, int longest, End end) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int to = to(words, from, longest);
            boolean last = to == words.size();
            lines.add(new Line(closed(words.subList(from, to), last), last ? end : End.PIECE));
            from = to;
        }
        return lines;
    }

    /** Where the line from {@code from} on ends: all, the last pause that fits, or what fits. */
    private static int to(List<SpokenWord> words, int from, int longest) {
        int length = 0;
        int afterPause = from;
        for (int i = from; i < words.size(); i++) {
            length += words.get(i).ipa().length() + 1;
            if (length > longest && i > from) return afterPause > from ? afterPause : i;
            if (!words.get(i).pause().isEmpty()) afterPause = i + 1;
        }
        return words.size();
    }

    /** Every line ends in a mark, for without one voices let their tone hang. */
    private static List<SpokenWord> closed(List<SpokenWord> words, boolean last) {
        SpokenWord end = words.getLast();
        if (!end.pause().isEmpty()) return words;
        List<SpokenWord> closed = new ArrayList<>(words);
        closed.set(closed.size() - 1, new SpokenWord(end.written(), end.ipa(), last ? "." : ","));
        return closed;
    }
}
