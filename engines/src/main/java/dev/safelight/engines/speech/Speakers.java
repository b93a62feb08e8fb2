package dev.safelight.engines.speech;

import dev.safelight.core.engine.Voice;
import dev.safelight.engines.speech.english.Dictionary;
import dev.safelight.engines.speech.voice.InstalledVoices;
import dev.safelight.media.pack.Packs;
import dev.safelight.media.process.InstalledPrograms;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who can speak at one moment.
 *
 * @param installed every neural voice, also one that lacks what it reads with
 * @param english neural voices; none without the dictionary, for the pronunciation of most words
 *     would be a guess
 * @param others voices of other languages, where espeak-ng reads for them
 */
record Speakers(
        List<Voice> installed,
        List<Speaker> english,
        List<Speaker> others,
        List<Speaker.Program> programs) {

    static Speakers now(InstalledVoices neural, Packs packs, InstalledPrograms programs) {
        List<Voice> installed = neural.list();
        Optional<Path> dictionary = packs.folder(Dictionary.PACK).filter(Dictionary::isIn);
        Optional<Path> espeak = programs.find(SpeechProgram.ESPEAK.command());
        return new Speakers(
                installed,
                dictionary.stream()
                        .flatMap(path -> installed.stream()
                                .filter(voice -> Speaker.isOf("en", voice))
                                .<Speaker>map(voice -> new Speaker.Neural(voice, path)))
                        .toList(),
                espeak.stream()
                        .flatMap(path -> installed.stream()
                                .filter(voice -> !Speaker.isOf("en", voice))
                                .<Speaker>map(voice -> new Speaker.OtherLanguage(voice, path)))
                        .toList(),
                Arrays.stream(SpeechProgram.values())
                        .flatMap(program -> programs
                                .find(program.command())
                                .map(path -> new Speaker.Program(program, path, true))
                                .stream())
                        .toList());
    }

    /** Each that can be asked for, the default one first. */
    List<Speaker> all() {
        return Stream.of(english, others, programs)
                .<Speaker>flatMap(List::stream)
                .toList();
    }

    /** The default one: a program only stands in for a neural voice. */
    Optional<Speaker> usual() {
        Stream<Speaker> instead = programs.stream()
                .map(one -> new Speaker.Program(one.program(), one.executable(), false));
        return Stream.concat(english.stream(), instead).findFirst();
    }

    /** The default one when it speaks the language, else the first that does. */
    Optional<Speaker> speaking(String language) {
        return Stream.concat(usual().stream(), all().stream())
                .filter(speaker -> Speaker.isOf(language, speaker.voice()))
                .findFirst();
    }

    Optional<Speaker> named(String id) {
        return all().stream().filter(speaker -> speaker.voice().id().equals(id)).findFirst();
    }

    /** What they speak, as a list for people. */
    String languages() {
        return all().stream()
                .map(speaker -> speaker.voice().language())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
