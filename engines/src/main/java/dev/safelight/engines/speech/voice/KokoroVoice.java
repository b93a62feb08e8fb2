package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import dev.safelight.media.onnx.Termination;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of Kokoro's voices: a model that all of them share, and a table of styles of its own. */
final class KokoroVoice implements NeuralVoice {
    private static final int SAMPLE_RATE = 24_000;
    // Four times slower than Piper: shorter lines tell of progress more often.
    private static final int LONGEST_LINE = 140;
    private static final int LONGEST_TEXT = 5_000;
    private static final List<Long> EDGE = List.of(0L);
    private static final Map<String, String> SPELLINGS = spellings();
    private final KokoroModel shared;
    private final StyleTable styles;

    KokoroVoice(KokoroModel shared, StyleTable styles) {
        this.shared = shared;
        this.styles = styles;
    }

    @Override
    public int sampleRate() {
        return SAMPLE_RATE;
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
        return shared.model().digest();
    }

    @Override
    public boolean timesItself() {
        return shared.model().timed();
    }

    /** The model draws the noise of its breath inside, and cannot be given a seed. */
    @Override
    public boolean repeatsItself() {
        return false;
    }

    @Override
    public Utterance say(Line line, double speed, Termination termination) throws OrtException {
        List<SpokenWord> words =
                line.words().stream().map(KokoroVoice::respelled).toList();
        Symbols symbols =
                new Symbols(shared.alphabet(), List.of()).mark(EDGE).line(words).mark(EDGE);
        long[] ids = symbols.ids();
        float[] style = styles.row(ids.length - 2);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("tokens", SpeechModel.longs(ids, 1, ids.length));
            inputs.put("style", SpeechModel.floats(style, 1, style.length));
            inputs.put("speed", SpeechModel.floats(new float[] {(float) speed}, 1));
            SpeechModel.Result result = shared.model().run(inputs, termination);
            int[] lengths = result.lengths(ids.length);
            return new Utterance(result.samples(), symbols.spans(words, lengths));
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static SpokenWord respelled(SpokenWord word) {
        String ipa = word.ipa();
        for (Map.Entry<String, String> spelling : SPELLINGS.entrySet())
            ipa = ipa.replace(spelling.getKey(), spelling.getValue());
        return new SpokenWord(word.written(), ipa, word.pause());
    }

    /** Kokoro writes diphthongs and affricates as single letters and knows no length mark. */
    private static Map<String, String> spellings() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("ɚ", "əɹ");
        map.put("ɜː", "ɜɹ");
        map.put("oʊ", "O");
        map.put("eɪ", "A");
        map.put("aɪ", "I");
        map.put("aʊ", "W");
        map.put("ɔɪ", "Y");
        map.put("dʒ", "ʤ");
        map.put("tʃ", "ʧ");
        map.put("ː", "");
        return map;
    }
}
