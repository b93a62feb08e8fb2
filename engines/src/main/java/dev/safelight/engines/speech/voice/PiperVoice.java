package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import dev.safelight.media.onnx.Termination;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A voice of the Piper project (VITS): each symbol is followed by a pad. */
final class PiperVoice implements NeuralVoice {
    private static final String DURATIONS = "/Ceil_output_0";
    private static final int LONGEST_LINE = 240;
    // Also three quarters of an hour of sound, which fills some 300 MB until it is stored.
    private static final int LONGEST_TEXT = 60_000;
    private final PiperConfig config;
    private final SpeechModel model;

    private PiperVoice(PiperConfig config, SpeechModel model) {
        this.config = config;
        this.model = model;
    }

    /**
     * Loads a voice.
     *
     * @param file the {@code .onnx}, with its {@code .onnx.json} beside it
     */
    static PiperVoice open(Path file) throws IOException, OrtException {
        return new PiperVoice(PiperConfig.of(file), SpeechModel.open(file, DURATIONS));
    }

    @Override
    public int sampleRate() {
        return config.sampleRate();
    }

    @Override
    public int longestLine() {
        return LONGEST_LINE;
    }

    @Override
    public int longestText() {
        return LONGEST_TEXT;
    }

    @Override
    public String digest() {
        return model.digest();
    }

    @Override
    public boolean timesItself() {
        return model.timed();
    }

    @Override
    public boolean repeatsItself() {
        return true;
    }

    @Override
    public Utterance say(Line line, double speed, Termination termination) throws OrtException {
        Symbols symbols = symbols(line);
        long[] ids = symbols.ids();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("input", SpeechModel.longs(ids, 1, ids.length));
            inputs.put("input_lengths", SpeechModel.longs(new long[] {ids.length}, 1));
            inputs.put("scales", SpeechModel.floats(config.scales(speed), 3));
            if (config.speakers() > 1) inputs.put("sid", SpeechModel.longs(new long[] {0}, 1));
            SpeechModel.Result result = model.run(inputs, termination);
            int[] lengths = result.lengths(ids.length);
            return new Utterance(result.samples(), symbols.spans(line.words(), lengths));
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private Symbols symbols(Line line) {
        List<Long> pad = config.alphabet().getOrDefault((int) '_', List.of());
        List<Long> start = config.alphabet().getOrDefault((int) '^', List.of());
        List<Long> end = config.alphabet().getOrDefault((int) '$', List.of());
        Symbols symbols = new Symbols(config.alphabet(), pad);
        return symbols.mark(start).mark(pad).line(line.words()).mark(end);
    }
}
