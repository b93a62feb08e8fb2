package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OrtException;

import dev.safelight.core.engine.Voice;
import dev.safelight.media.pack.Packs;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The neural voices on this machine: joe, Kokoro's, and Piper voices that the operator dropped into
 * a folder. It looks at the disk each time it is asked, so a voice may come while the server runs;
 * a voice is loaded when first used and then stays. Safe for several threads.
 */
public final class InstalledVoices {
    /** The pack of the default voice. */
    public static final String JOE_PACK = "joe-voice";

    private static final Logger LOG = LoggerFactory.getLogger(InstalledVoices.class);
    private static final String KOKORO_PACK = "kokoro-voices";
    private static final Pattern KOKORO_NAME =
            Pattern.compile("jf_alpha|jf_gongitsune|jf_nezumi|jf_tebukuro|jm_kumo");
    private static final String JOE_FILE = "en_US-joe-medium.onnx";
    private static final Voice JOE = new Voice("joe", "Joe", "en-US", "male", JOE_PACK, "CC0-1.0");
    private final Packs packs;
    private final Path folder;
    private final Map<String, NeuralVoice> loaded = new HashMap<>();
    private @Nullable KokoroModel kokoro;

    /**
     * @param folder where the operator's Piper voices lie; need not exist
     */
    public InstalledVoices(Packs packs, Path folder) {
        this.packs = packs;
        this.folder = folder;
    }

    /** Every voice that is installed now, the default one first. */
    public List<Voice> list() {
        return known().stream().map(KnownVoice::voice).toList();
    }

    /** The pack that brings a voice of ours, installed or not; empty for any other name. */
    public static Optional<String> packOf(String voiceId) {
        if (voiceId.equals(JOE.id())) return Optional.of(JOE_PACK);
        return KOKORO_NAME.matcher(voiceId).matches() ? Optional.of(KOKORO_PACK) : Optional.empty();
    }

    /**
     * The voice itself, loading it when nobody has asked for it before.
     *
     * @param voice one of {@link #list}
     * @throws IOException when its files are damaged or went away
     * @throws OrtException when its model cannot be run
     */
    public synchronized NeuralVoice open(Voice voice) throws IOException, OrtException {
        NeuralVoice there = loaded.get(voice.id());
        if (there != null) return there;
        for (KnownVoice known : known()) {
            if (!known.voice().equals(voice)) continue;
            NeuralVoice fresh = known.loader().load();
            loaded.put(voice.id(), fresh);
            return fresh;
        }
        throw new IOException("the voice " + voice.id() + " is no longer installed");
    }

    private List<KnownVoice> known() {
        List<KnownVoice> known = new ArrayList<>();
        packs.folder(JOE_PACK)
                .map(pack -> pack.resolve(JOE_FILE))
                .filter(Files::isRegularFile)
                .ifPresent(file -> known.add(new KnownVoice(JOE, () -> PiperVoice.open(file))));
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
                            () -> new KokoroVoice(model(pack), StyleTable.read(styles, name))))
                    .toList();
        } catch (IOException e) {
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

    private synchronized KokoroModel model(Path pack) throws IOException, OrtException {
        KokoroModel there = kokoro;
        if (there == null) kokoro = there = KokoroModel.open(pack);
        return there;
    }

    private List<KnownVoice> dropped() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".onnx"))
                    .sorted()
                    .flatMap(file -> dropped(file).stream())
                    .toList();
        } catch (IOException e) {
            LOG.warn("the folder of voices cannot be read: {}", e.toString());
            return List.of();
        }
    }

    private static Optional<KnownVoice> dropped(Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ".onnx".length());
        try {
            String language = PiperConfig.of(file).language();
            Voice voice = new Voice(id, id, language, "neutral", "folder", "as its maker says");
            return Optional.of(new KnownVoice(voice, () -> PiperVoice.open(file)));
        } catch (IOException e) {
            LOG.warn("the voice {} is left out: {}", name, e.toString());
            return Optional.empty();
        }
    }
}
