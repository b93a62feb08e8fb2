package dev.safelight.media.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.io.IOException;

/**
 * The way to ONNX Runtime. The library reads the variables of its process once, when it is loaded,
 * so whoever asks here first has its telemetry switched off before. What is got here may be used
 * until the process has ended, in shutdown hooks as well. Safe for use by many threads.
 */
public final class OnnxRuntime {
    private static boolean prepared;

    private OnnxRuntime() {}

    /**
     * The one environment of this process.
     *
     * @throws OrtException when the library cannot be kept silent here; it is then not loaded
     */
    public static OrtEnvironment environment() throws OrtException {
        prepare();
        return OrtEnvironment.getEnvironment();
    }

    /** Fresh options of a session; the caller closes them. */
    public static OrtSession.SessionOptions options() throws OrtException {
        prepare();
        return new OrtSession.SessionOptions();
    }

    static OrtSession.RunOptions runOptions() throws OrtException {
        prepare();
        return new OrtSession.RunOptions();
    }

    /**
     * Unpacks the library into the folder that {@code onnxruntime.native.path} names, unless it is
     * there; without that property there is nothing to do.
     */
    public static void unpack() throws IOException {
        NativeLibrary.unpack();
    }

    private static synchronized void prepare() throws OrtException {
        if (prepared) return;
        Telemetry.switchOff();
        NativeLibrary.unpackOrForget();
        OrtEnvironment.getEnvironment();
        LastingEnvironment.keep();
        NativeLibrary.removeScratch();
        prepared = true;
    }
}
