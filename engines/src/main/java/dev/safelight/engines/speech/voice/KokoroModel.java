package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OrtException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Kokoro's voices share. */
record KokoroModel(SpeechModel model, Map<Integer, List<Long>> alphabet) {
    static final String MODEL_FILE = "kokoro-v1.0.int8.onnx";
    static final String STYLES_FILE = "voices_ja.npz";
    private static final String ALPHABET_FILE = "vocab.json";
    private static final String DURATIONS = "/encoder/Clip_output_0";

    static KokoroModel open(Path folder) throws IOException, OrtException {
        return new KokoroModel(
                SpeechModel.open(folder.resolve(MODEL_FILE), DURATIONS),
                alphabet(folder.resolve(ALPHABET_FILE)));
    }

    private static Map<Integer, List<Long>> alphabet(Path file) throws IOException {
        Map<Integer, List<Long>> alphabet = new HashMap<>();
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            for (Map.Entry<String, JsonNode> entry : json.path("vocab").properties())
                alphabet.put(
                        entry.getKey().codePointAt(0), List.of(entry.getValue().asLong()));
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is not an alphabet of Kokoro", e);
        }
        return Map.copyOf(alphabet);
    }
}
