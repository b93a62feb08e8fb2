package dev.safelight.media.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.safelight.media.onnx.OnnxRuntime;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sentence model (MiniLM L6 v2, quantised) on ONNX Runtime, read from its jar. */
final class SentenceModel implements AutoCloseable {
    private static final String NAME = "/all-minilm-l6-v2-q";
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece wordPiece;

    private SentenceModel(OrtEnvironment environment, OrtSession session, WordPiece wordPiece) {
        this.environment = environment;
        this.session = session;
        this.wordPiece = wordPiece;
    }

    static SentenceModel load() throws IOException, OrtException {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = OnnxRuntime.options();
                Arena arena = Arena.ofConfined()) {
            // Texts of a few words: a second thread would cost more than it brings.
            options.setIntraOpNumThreads(1);
            OrtSession session = environment.createSession(model(arena), options);
            return new SentenceModel(environment, session, new WordPiece(vocabulary()));
        }
    }

    /** Off the heap: it is larger than all that a search needs there. */
    private static ByteBuffer model(Arena arena) throws IOException {
        URL resource = SentenceModel.class.getResource(NAME + ".onnx");
        if (resource == null) throw new FileNotFoundException(NAME + ".onnx is not there");
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (ReadableByteChannel channel = Channels.newChannel(connection.getInputStream())) {
            MemorySegment memory = arena.allocate(connection.getContentLengthLong());
            ByteBuffer buffer = memory.asByteBuffer();
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            return buffer.flip();
        }
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = SentenceModel.class.getResourceAsStream(resource)) {
            if (in == null) throw new FileNotFoundException(resource + " is not on the class path");
            return in.readAllBytes();
        }
    }

    private static Map<String, Integer> vocabulary() throws IOException {
        JsonNode tokenizer = new JsonMapper().readTree(bytes(NAME + "-tokenizer.json"));
        Map<String, Integer> vocabulary = new HashMap<>();
        tokenizer
                .at("/model/vocab")
                .forEachEntry((piece, number) -> vocabulary.put(piece, number.asInt()));
        return vocabulary;
    }

    /** The mean of the model's vectors of all pieces, of length 1; empty for an unknown text. */
    float[] vector(String text) throws OrtException {
        Optional<long[]> pieces = wordPiece.pieces(text);
        return pieces.isEmpty() ? new float[0] : vector(pieces.get());
    }

    private float[] vector(long[] pieces) throws OrtException {
        long[] ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = tensor(pieces);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[pieces.length]);
                OrtSession.Result result = session.run(Map.of(
                        "input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return normalised(mean(((float[][][]) result.get(0).getValue())[0]));
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {row});
    }

    private static float[] mean(float[][] rows) {
        float[] sum = new float[rows[0].length];
        for (float[] row : rows) {
            for (int at = 0; at < sum.length; at++) sum[at] += row[at] / rows.length;
        }
        return sum;
    }

    private static float[] normalised(float[] vector) {
        double squares = 0;
        for (float part : vector) squares += part * part;
        float length = (float) Math.sqrt(squares);
        for (int at = 0; at < vector.length; at++) vector[at] /= length;
        return vector;
    }
}
