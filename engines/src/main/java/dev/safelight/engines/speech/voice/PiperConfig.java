package dev.safelight.engines.speech.voice;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code .onnx.json} beside a Piper model.
 *
 * @param language a BCP 47 tag, as in {@code en-US}
 * @param length how much longer each symbol lasts than the model finds
 * @param alphabet the model's numbers by code point
 */
record PiperConfig(
        int sampleRate,
        String language,
        int speakers,
        double length,
        Map<Integer, List<Long>> alphabet) {

    /**
     * Reads the configuration of a model.
     *
     * @throws IOException when it is missing or is not a Piper configuration, saying which
     */
    static PiperConfig of(Path model) throws IOException {
        Path file = model.resolveSibling(model.getFileName() + ".json");
        try {
            return of(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + " is not a Piper configuration", e);
        }
    }

    /**
     * The model's third input: noise, length and noise of the lengths. The noise that the maker
     * suggests cannot be seeded, so there is none: the same text is the same sound each time.
     */
    float[] scales(double speed) {
        return new float[] {0, (float) (length / speed), 0};
    }

    private static PiperConfig of(JsonNode json) {
        String language = json.path("language").path("code").asString(espeak(json));
        return new PiperConfig(
                json.path("audio").path("sample_rate").asInt(22_050),
                language.replace('_', '-'),
                json.path("num_speakers").asInt(1),
                json.path("inference").path("length_scale").asDouble(1),
                alphabet(json.path("phoneme_id_map")));
    }

    /** Older files name the language only by espeak-ng's voice. */
    private static String espeak(JsonNode json) {
        return json.path("espeak").path("voice").asString("und");
    }

    private static Map<Integer, List<Long>> alphabet(JsonNode map) {
        if (map.isEmpty()) throw new IllegalArgumentException("no phoneme_id_map");
        Map<Integer, List<Long>> alphabet = new HashMap<>();
        map.properties().forEach(entry -> {
            if (entry.getKey().codePointCount(0, entry.getKey().length()) != 1) return;
            List<Long> ids =
                    entry.getValue().valueStream().map(JsonNode::asLong).toList();
            alphabet.put(entry.getKey().codePointAt(0), ids);
        });
        return Map.copyOf(alphabet);
    }
}
