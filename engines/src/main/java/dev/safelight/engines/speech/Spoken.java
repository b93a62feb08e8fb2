package dev.safelight.engines.speech;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.media.sound.Sound;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that has been said.
 *
 * @param words when each word was said; empty when the speaker does not tell
 */
record Spoken(Sound sound, List<Word> words) {

    /** A word and when it was said, in samples from the beginning. */
    record Word(String written, int from, int to) {}

    /** The file so many times: speech of the same text is the same. The first has the words. */
    List<MadeFile> files(SoundFormat format, int count) {
        var files = new ArrayList<MadeFile>();
        files.add(file(format));
        MadeFile first = files.getFirst();
        ObjectNode brief = first.facts().deepCopy();
        brief.remove("words");
        while (files.size() < count)
            files.add(new MadeFile(first.contentType(), first.name(), first.content(), brief));
        return files;
    }

    MadeFile file(SoundFormat format) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("seconds", rounded(sound.length()));
        facts.put("sampleRate", sound.sampleRate());
        facts.put("channels", 1);
        if (!words.isEmpty()) words(facts.putArray("words"));
        Content content = Content.of(format.encode(sound));
        return new MadeFile(format.contentType(), format.fileName(), content, facts);
    }

    private void words(ArrayNode array) {
        for (Word word : words)
            array.addObject()
                    .put("word", word.written())
                    .put("start", rounded(word.from()))
                    .put("end", rounded(word.to()));
    }

    /** Seconds to the tenth of a millisecond, finer than which nobody cuts. */
    private double rounded(int samples) {
        return Math.round(samples * 10_000.0 / sound.sampleRate()) / 10_000.0;
    }
}
