package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.FailureCode;
import dev.safelight.engines.speech.voice.Line;
import dev.safelight.engines.speech.voice.SpokenWord;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text in other languages than English: an installed espeak-ng tells the phonemes, sentence by
 * sentence, for a Piper voice of that language to say.
 */
final class ForeignReader {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…。！？])\\s+|\n+");
    private static final Pattern LANGUAGE_MARK = Pattern.compile("\\([a-z-]{1,12}\\)");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
    private final Path espeak;
    private final String language;

    /**
     * @param espeak where espeak-ng lies
     * @param language a BCP 47 tag, of which espeak-ng gets the language alone
     */
    ForeignReader(Path espeak, String language) {
        this.espeak = espeak;
        this.language = Locale.forLanguageTag(language).getLanguage();
    }

    /**
     * Reads a text.
     *
     * @return what can be said of it, in order; empty when nothing can
     */
    List<Line> lines(String text, Run run) throws EngineFailure, Stopped {
        List<Line> lines = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text, -1)) {
            if (NEITHER_LETTER_NOR_DIGIT.matcher(sentence).replaceAll("").isEmpty()) continue;
            List<SpokenWord> words = words(sentence.strip(), ipa(sentence, run));
            if (!words.isEmpty()) lines.add(new Line(words, Line.End.SENTENCE));
        }
        return lines;
    }

    private String ipa(String sentence, Run run) throws EngineFailure, Stopped {
        String ipa = TextProgram.at(espeak, "-q", "--ipa", "-v", language)
                .answer(TextProgram.harmless(sentence), run);
        return LANGUAGE_MARK.matcher(ipa).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    /** One for each word where the words can be told apart in the phonemes, else one for all. */
    private static List<SpokenWord> words(String sentence, String ipa) {
        if (ipa.isEmpty()) return List.of();
        String[] written = sentence.split("\\s+", -1);
        String[] spoken = ipa.split(" ", -1);
        if (written.length != spoken.length) return List.of(new SpokenWord(sentence, ipa, "."));
        List<SpokenWord> words = new ArrayList<>();
        for (int i = 0; i < written.length; i++)
            words.add(new SpokenWord(bare(written[i]), spoken[i], pause(written[i])));
        return words;
    }

    private static String bare(String written) {
        return written.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }

    private static String pause(String written) {
        String last = written.substring(written.length() - 1);
        return ",;:.!?".contains(last) ? last : "";
    }

    /** What is told where espeak-ng is missing. */
    static EngineFailure unavailable(String voice) {
        return EngineFailure.lasting(
                FailureCode.ENGINE_UNAVAILABLE,
                "the voice " + voice
                        + " is not English and needs the program espeak-ng to read; the"
                        + " operator installs it, as with: apt install espeak-ng");
    }
}
