package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Voice;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.text.Nearest;
import dev.safelight.engines.speech.english.Dictionary;
import dev.safelight.engines.speech.voice.InstalledVoices;
import dev.safelight.media.pack.Packs;
import dev.safelight.media.process.InstalledPrograms;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses who speaks: the voice that is asked for, the default one, or a program instead. */
final class VoiceChoice {
    private static final int NEAREST = 3;
    private static final int LONGEST = 60;
    /** Installs the default voice and what it needs. */
    static final String INSTALL =
            "./safelight packs install " + InstalledVoices.JOE_PACK + " " + Dictionary.PACK;

    private final InstalledVoices neural;
    private final Packs packs;
    private final InstalledPrograms programs;

    VoiceChoice(InstalledVoices neural, Packs packs, InstalledPrograms programs) {
        this.neural = neural;
        this.packs = packs;
        this.programs = programs;
    }

    /** The voices that can speak now, the default one first. */
    List<Voice> voices() {
        return available().stream().map(Speaker::voice).toList();
    }

    /**
     * Who speaks.
     *
     * @param voiceId a voice, or null for the default one
     * @param language that the text is in, or null for the voice's own
     * @throws EngineFailure when none of that name can, saying which can or what to install
     */
    Speaker choose(@Nullable String voiceId, @Nullable String language) throws EngineFailure {
        if (language == null) return choose(voiceId);
        if (voiceId == null) return speakerOf(language);
        Speaker speaker = named(voiceId);
        if (speaks(speaker, language)) return speaker;
        throw EngineFailure.lasting(
                FailureCode.INVALID_INPUT,
                "the voice " + shortened(voiceId) + " speaks " + speaker.voice().language()
                        + " and not " + shortened(language) + "; voices here speak "
                        + languages());
    }

    private Speaker choose(@Nullable String voiceId) throws EngineFailure {
        return voiceId == null ? defaultSpeaker() : named(voiceId);
    }

    /** The default one when it speaks the language, else the first that does. */
    private Speaker speakerOf(String language) throws EngineFailure {
        List<Speaker> all = available();
        if (all.isEmpty()) return defaultSpeaker();
        return Stream.concat(usual().stream(), all.stream())
                .filter(speaker -> speaks(speaker, language))
                .findFirst()
                .orElseThrow(() -> EngineFailure.lasting(
                        FailureCode.INVALID_INPUT,
                        "no voice here speaks " + shortened(language) + "; they speak "
                                + languages()));
    }

    /** Whether it is the same language, wherever it is spoken. */
    private static boolean speaks(Speaker speaker, String language) {
        return Locale.forLanguageTag(speaker.voice().language())
                .getLanguage()
                .equals(Locale.forLanguageTag(language).getLanguage());
    }

    private String languages() {
        return voices().stream().map(Voice::language).distinct().collect(Collectors.joining(", "));
    }

    private Speaker defaultSpeaker() throws EngineFailure {
        return usual().orElseThrow(() -> unavailable("no voice is installed", INSTALL));
    }

    private Optional<Speaker> usual() {
        return Stream.concat(english().stream(), fromPrograms(false).stream()).findFirst();
    }

    private Speaker named(String id) throws EngineFailure {
        List<Speaker> all = available();
        Optional<Speaker> speaker =
                all.stream().filter(other -> other.voice().id().equals(id)).findFirst();
        if (speaker.isPresent()) return speaker.get();
        Optional<Voice> installed =
                neural.list().stream().filter(voice -> voice.id().equals(id)).findFirst();
        if (installed.isPresent() && !isEnglish(installed.get()))
            throw ForeignReader.unavailable(id);
        Optional<String> pack = InstalledVoices.packOf(id);
        if (installed.isEmpty() && pack.isEmpty())
            throw unknown(id, all.stream().map(other -> other.voice().id()).toList());
        throw installed.isPresent()
                ? unavailable(
                        "the voice " + id + " needs the dictionary", install(Optional.empty()))
                : unavailable("the voice " + id + " is not installed", install(pack));
    }

    private List<Speaker> available() {
        List<Speaker> all = new ArrayList<>(english());
        programs.find(SpeechProgram.ESPEAK.command())
                .ifPresent(espeak -> neural.list().stream()
                        .filter(voice -> !isEnglish(voice))
                        .forEach(voice -> all.add(new Speaker.OtherLanguage(voice, espeak))));
        all.addAll(fromPrograms(true));
        return all;
    }

    /** None without the dictionary, for the pronunciation of most words would be a guess. */
    private List<Speaker> english() {
        Optional<Path> dictionary = packs.folder(Dictionary.PACK).filter(Dictionary::isIn);
        if (dictionary.isEmpty()) return List.of();
        return neural.list().stream()
                .filter(VoiceChoice::isEnglish)
                .<Speaker>map(voice -> new Speaker.Neural(voice, dictionary.get()))
                .toList();
    }

    private static boolean isEnglish(Voice voice) {
        return Locale.forLanguageTag(voice.language()).getLanguage().equals("en");
    }

    private static String install(Optional<String> pack) {
        return "./safelight packs install " + pack.map(name -> name + " ").orElse("")
                + Dictionary.PACK;
    }

    private List<Speaker> fromPrograms(boolean chosen) {
        return Arrays.stream(SpeechProgram.values())
                .flatMap(program -> programs
                        .find(program.command())
                        .<Speaker>map(path -> new Speaker.Program(program, path, chosen))
                        .stream())
                .toList();
    }

    private static EngineFailure unavailable(String what, String command) {
        return EngineFailure.lasting(
                FailureCode.ENGINE_UNAVAILABLE,
                what + "; the operator installs it with: " + command);
    }

    private static EngineFailure unknown(String id, List<String> voices) {
        String known = voices.isEmpty()
                ? "none is installed"
                : "the nearest are " + String.join(", ", Nearest.few(id, voices, NEAREST));
        return EngineFailure.lasting(
                FailureCode.INVALID_INPUT,
                "there is no voice named " + shortened(id) + ": " + known
                        + "; name none for the default one");
    }

    /** A caller's word as it may stand in a message. */
    private static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "...";
    }
}
