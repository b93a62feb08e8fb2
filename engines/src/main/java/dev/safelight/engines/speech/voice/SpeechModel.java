package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.safelight.media.onnx.ExtraOutput;
import dev.safelight.media.onnx.OnnxRuntime;
import dev.safelight.media.onnx.Termination;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** An ONNX model that makes samples and tells how many frames each symbol lasted. */
final class SpeechModel {
    private static final int THREADS = 2;
    private final OrtSession session;
    private final String digest;
    private final boolean timed;

    private SpeechModel(OrtSession session, String digest, boolean timed) {
        this.session = session;
        this.digest = digest;
        this.timed = timed;
    }

    /**
     * Loads a model.
     *
     * @param durations the value inside the graph that holds frames per symbol; a model that has
     *     none of that name is loaded without
     */
    static SpeechModel open(Path file, String durations) throws IOException, OrtException {
        int size = Math.toIntExact(Files.size(file));
        byte[] output = ExtraOutput.named(durations);
        byte[] bytes = new byte[size + output.length];
        try (InputStream in = Files.newInputStream(file)) {
            if (in.readNBytes(bytes, 0, size) < size) throw new EOFException(file.toString());
        }
        String digest = digest(bytes, size);
        System.arraycopy(output, 0, bytes, size, output.length);
        try {
            return new SpeechModel(session(bytes), digest, true);
        } catch (OrtException withoutDurations) {
            return new SpeechModel(session(Arrays.copyOf(bytes, size)), digest, false);
        }
    }

    String digest() {
        return digest;
    }

    boolean timed() {
        return timed;
    }

    /** Runs the model. The inputs stay the caller's to close. */
    Result run(Map<String, OnnxTensor> inputs, Termination termination) throws OrtException {
        try (OrtSession.Result result = termination.run(session, inputs)) {
            float[] samples = floats(result, 0);
            return new Result(samples, timed ? floats(result, result.size() - 1) : new float[0]);
        }
    }

    static OnnxTensor longs(long[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(OnnxRuntime.environment(), LongBuffer.wrap(values), shape);
    }

    static OnnxTensor floats(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(OnnxRuntime.environment(), FloatBuffer.wrap(values), shape);
    }

    private static float[] floats(OrtSession.Result result, int index) throws OrtException {
        if (!(result.get(index) instanceof OnnxTensor tensor))
            throw new OrtException("the model's output " + index + " is not a tensor");
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static OrtSession session(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = OnnxRuntime.options()) {
            options.setIntraOpNumThreads(THREADS);
            // Threads that spin while they wait would burn the cores that other engines need.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return OnnxRuntime.environment().createSession(model, options);
        }
    }

    private static String digest(byte[] bytes, int size) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, size);
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What one run gave. */
    static final class Result {
        private final float[] samples;
        private final float[] frames;

        private Result(float[] samples, float[] frames) {
            this.samples = samples;
            this.frames = frames;
        }

        float[] samples() {
            return samples;
        }

        /**
         * Samples per symbol; they add up to the samples there are.
         *
         * @param symbols how many symbols went in, for a model that does not time them: then each
         *     lasts as long as the next
         */
        int[] lengths(int symbols) {
            double[] share = new double[symbols];
            double sum = 0;
            for (int i = 0; i < symbols; i++) {
                share[i] = i < frames.length ? frames[i] : 1;
                sum += share[i];
            }
            int[] lengths = new int[symbols];
            double passed = 0;
            int at = 0;
            for (int i = 0; i < symbols; i++) {
                passed += share[i];
                int next = (int) Math.round(passed / sum * samples.length);
                lengths[i] = next - at;
                at = next;
            }
            return lengths;
        }
    }
}
