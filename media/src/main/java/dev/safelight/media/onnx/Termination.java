package dev.safelight.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.util.Map;

/**
 * Models that run until somebody wants them to end. Models are run by one thread, which also closes
 * it; any thread may end them.
 */
public final class Termination implements AutoCloseable {
    private final OrtSession.RunOptions options;
    private boolean isClosed;

    public Termination() throws OrtException {
        options = OnnxRuntime.runOptions();
    }

    /**
     * Runs a model.
     *
     * @throws OrtException when it breaks, or was ended
     */
    public OrtSession.Result run(OrtSession model, Map<String, OnnxTensor> inputs)
            throws OrtException {
        return model.run(inputs, options);
    }

    /** Ends the model that runs now, after the step that it is at, and those that come later. */
    public synchronized void end() {
        if (isClosed) return;
        try {
            options.setTerminate(true);
        } catch (OrtException impossible) {
            throw new IllegalStateException("options that are not closed", impossible);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        options.close();
    }
}
