package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OrtException;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Voice;
import dev.safelight.media.pack.FileStamp;
import dev.safelight.media.pack.Packs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of neural voices on this machine. They are looked at each time, and opened only when
 * one of them has come, changed or gone, or could not be read before. Safe for several threads.
 */
final class VoiceFiles {
    static final String JOE_PACK = "joe-voice";
    private static final Logger LOG = LoggerFactory.getLogger(VoiceFiles.class);
    private static final String KOKORO_PACK = "kokoro-voices";
    private static final Pattern KOKORO_NAME =
            Pattern.compile("jf_alpha|jf_gongitsune|jf_nezumi|jf_tebukuro|jm_kumo");
    private static final String JOE_FILE = "en_US-joe-medium.onnx";
    private static final Voice JOE = new Voice("joe", "Joe", "en-US", "male", JOE_PACK, "CC0-1.0");
    private final Packs packs;
    private final Path folder;
    private final FirstUse<KokoroModel> kokoro = new FirstUse<>();
    private List<FileStamp> seen = List.of();
    private List<KnownVoice> known = List.of();
    private boolean areAllRead;

    VoiceFiles(Packs packs, Path folder) {
        this.packs = packs;
        this.folder = folder;
    }

    /** The pack that brings a voice of ours, installed or not; empty for any other name. */
    static Optional<String> packOf(String voiceId) {
        if (voiceId.equals(JOE.id())) return Optional.of(JOE_PACK);
        return KOKORO_NAME.matcher(voiceId).matches() ? Optional.of(KOKORO_PACK) : Optional.empty();
    }

    /** Every voice that is installed now, the default one first. */
    synchronized List<KnownVoice> known() {
        List<FileStamp> now = stamps();
        if (!areAllRead || !now.equals(seen)) {
            areAllRead = true;
            known = read();
            seen = now;
        }
        return known;
    }

    private List<FileStamp> stamps() {
        Stream<Path> ours = Stream.concat(
                packs.folder(JOE_PACK).stream().map(pack -> pack.resolve(JOE_FILE)),
                packs.folder(KOKORO_PACK).stream()
                        .flatMap(pack -> Stream.of(
                                pack.resolve(KokoroModel.MODEL_FILE),
                                pack.resolve(KokoroModel.STYLES_FILE))));
        return Stream.concat(ours, inFolder().stream())
                .flatMap(file -> FileStamp.of(file).stream())
                .toList();
    }

    private List<Path> inFolder() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            areAllRead = false;
            LOG.warn("the folder of voices cannot be read: {}", e.toString());
            return List.of();
        }
    }

    private List<KnownVoice> read() {
        List<KnownVoice> known = new ArrayList<>();
        packs.folder(JOE_PACK)
                .map(pack -> pack.resolve(JOE_FILE))
                .filter(Files::isRegularFile)
                .ifPresent(file -> known.add(new KnownVoice(JOE, run -> PiperVoice.open(file))));
        packs.folder(KOKORO_PACK).ifPresent(pack -> known.addAll(kokoros(pack)));
        known.addAll(dropped());
        return known;
    }

    private List<KnownVoice> kokoros(Path pack) {
        Path styles = pack.resolve(KokoroModel.STYLES_FILE);
        if (!Files.isRegularFile(pack.resolve(KokoroModel.MODEL_FILE))) return List.of();
        try {
            return StyleTable.names(styles).stream()
                    .sorted((a, b) -> Boolean.compare(isFemale(a), isFemale(b)))
                    .map(name -> new KnownVoice(
                            kokoro(name),
                            run -> new KokoroVoice(
                                    model(pack, run), StyleTable.read(styles, name))))
                    .toList();
        } catch (IOException e) {
            areAllRead = false;
            LOG.warn("the pack {} cannot be read: {}", KOKORO_PACK, e.toString());
            return List.of();
        }
    }

    /** Names begin with language and gender, as in jm_kumo; these five speak as Japanese do. */
    private static Voice kokoro(String name) {
        String bare = name.substring(name.indexOf('_') + 1);
        String title = bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
        String gender = isFemale(name) ? "female" : "male";
        return new Voice(
                name, title + " (Japanese accent)", "en-JP", gender, KOKORO_PACK, "Apache-2.0");
    }

    private static boolean isFemale(String name) {
        return name.indexOf('f') == 1;
    }

    private KokoroModel model(Path pack, Run run) throws IOException, OrtException, Stopped {
        return kokoro.get(KOKORO_PACK, () -> KokoroModel.open(pack), run);
    }

    private List<KnownVoice> dropped() {
        return inFolder().stream()
                .filter(file -> file.toString().endsWith(".onnx"))
                .flatMap(file -> dropped(file).stream())
                .toList();
    }

    private Optional<KnownVoice> dropped(Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ".onnx".length());
        try {
            String language = PiperConfig.of(file).language();
            Voice voice = new Voice(id, id, language, "neutral", "folder", "as its maker says");
            return Optional.of(new KnownVoice(voice, run -> PiperVoice.open(file)));
        } catch (IOException e) {
            areAllRead = false;
            LOG.warn("the voice {} is left out: {}", name, e.toString());
            return Optional.empty();
        }
    }
}
