package dev.safelight.engines.illustrator.reading;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.art.Art;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a prompt from left to right, the longest known phrase first. Words that tell of the scene
 * set it; words that name something in the art become subjects; what is left is told as not drawn.
 */
public final class SceneReader {
    private static final Logger LOG = LoggerFactory.getLogger(SceneReader.class);

    /** More kinds of things than this would only hide each other. */
    private static final int MOST_SUBJECTS = 5;

    private final Art art;
    private final Run run;
    private final SceneDraft draft = new SceneDraft();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> words;
    private int at;

    private SceneReader(Art art, String prompt, Run run) {
        this.art = art;
        this.run = run;
        this.words = words(prompt);
    }

    /**
     * The scene that a prompt describes.
     *
     * @param style the style asked for beside the prompt, or an empty text
     */
    public static Scene read(Art art, String prompt, String style, Run run)
            throws IOException, Stopped {
        SceneReader reader = new SceneReader(art, prompt, run);
        while (reader.at < reader.words.size()) reader.step();
        reader.unknown();
        // The style's own field has the last word.
        new SceneReader(art, style, run).hintsInto(reader.draft);
        return reader.draft.finish();
    }

    private static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("['’]s\\b", "")
                .replaceAll("[^\\p{L}\\p{N}&]+", " ");
        return plain.isBlank() ? List.of() : List.of(plain.strip().split(" "));
    }

    private void hintsInto(SceneDraft other) {
        while (at < words.size()) {
            int length = Math.min(Lexicon.LONGEST, words.size() - at);
            while (length > 1 && Lexicon.hint(phrase(length)).isEmpty()) length--;
            Lexicon.hint(phrase(length)).ifPresent(other::hint);
            at += length;
        }
    }

    private String phrase(int length) {
        return String.join(" ", words.subList(at, at + length));
    }

    private void step() throws IOException, Stopped {
        for (int length = Math.min(Lexicon.LONGEST, words.size() - at); length > 0; length--) {
            String phrase = phrase(length);
            Optional<Hint> hint = Lexicon.hint(phrase);
            Optional<String> name = hint.isPresent() ? Optional.empty() : art.named(phrase);
            if (hint.isEmpty() && name.isEmpty()) continue;
            if (hint.isPresent()) {
                unknown();
                draft.hint(hint.get(), phrase);
            } else {
                modifiers();
                subject(name.get(), phrase);
            }
            at += length;
            return;
        }
        unknown.add(words.get(at++));
    }

    /** Unknown words right before a subject only describe it. */
    private void modifiers() {
        unknown.forEach(draft::notDrawn);
        unknown.clear();
    }

    /**
     * A run of unknown words: together, or at least its last word, may mean something in the art.
     */
    private void unknown() throws IOException, Stopped {
        if (unknown.isEmpty()) return;
        // What somebody does cannot be found among things.
        if (unknown.getLast().endsWith("ing")) {
            modifiers();
            return;
        }
        String whole = String.join(" ", unknown);
        String last = unknown.getLast();
        Optional<String> name = meant(whole);
        if (name.isEmpty() && unknown.size() > 1) {
            name = art.named(last);
            if (name.isEmpty()) name = meant(last);
            if (name.isPresent()) unknown.subList(0, unknown.size() - 1).forEach(draft::notDrawn);
        }
        unknown.clear();
        if (name.isPresent()) subject(name.get(), whole);
        else draft.notDrawn(whole);
    }

    /** Pictures are made by name and everyday word alone where nobody can tell what words mean. */
    private Optional<String> meant(String phrase) throws Stopped {
        Optional<String> name = art.meant(phrase);
        if (name.isPresent() || !draft.isByMeaning()) return name;
        try {
            return art.nearest(phrase, run);
        } catch (IOException untold) {
            LOG.warn("subjects are found without their meaning: {}", untold.getMessage());
            draft.withoutMeaning();
            return Optional.empty();
        }
    }

    private void subject(String name, String phrase) throws IOException {
        if (draft.subjects() < MOST_SUBJECTS) draft.subject(art.drawing(name), phrase);
        else draft.notDrawn(phrase);
    }
}
