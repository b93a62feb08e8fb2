package dev.safelight.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.io.ByteArrayOutputStream;
import java.lang.Thread.State;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/**
 * A program that is told to end and has work left: a shutdown hook of its own makes sessions and
 * runs them until the library's own hook has ended, and some after.
 */
final class WorksOn implements Runnable {
    static final int EXIT_CODE = 7;
    private static final int LEFT = 200;

    // An ONNX model, without its output: y = Identity(x), both tensors of floats.
    private static final String IDENTITY = "0808" + "4202100d" + "3a20"
            + "0a10" + "0a0178" + "120179" + "22084964656e74697479"
            + "120167"
            + "5a09" + "0a0178" + "12040a020801";

    private final OrtEnvironment environment;
    private final List<Thread> theirs;
    private final OrtSession before;

    private WorksOn() throws OrtException, ReflectiveOperationException {
        LogManager.getLogManager(); // The library logs by it, and it adds a hook as well.
        var hooks = hooks();
        environment = OnnxRuntime.environment();
        theirs = hooks().stream().filter(hook -> !hooks.contains(hook)).toList();
        before = session();
    }

    /** Runs it; ends with {@link #EXIT_CODE}. */
    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(new WorksOn()));
        System.exit(EXIT_CODE);
    }

    @Override
    public void run() {
        try {
            while (!theirs.stream().allMatch(hook -> hook.getState() == State.TERMINATED)) work();
            for (int done = 0; done < LEFT; done++) work();
            System.out.println(said(theirs.size()));
        } catch (OrtException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** What it writes at its end. */
    static String said(int hooks) {
        return LEFT + " sessions after " + hooks + " hook of the library";
    }

    private void work() throws OrtException {
        compute(before);
        try (var session = session()) {
            compute(session);
        }
    }

    private void compute(OrtSession session) throws OrtException {
        try (var x = OnnxTensor.createTensor(environment, new float[] {1, 2, 3});
                var result = session.run(Map.of("x", x))) {
            if (((float[]) result.get(0).getValue())[2] != 3) throw new OrtException("wrong");
        }
    }

    private OrtSession session() throws OrtException {
        var model = new ByteArrayOutputStream();
        model.writeBytes(HexFormat.of().parseHex(IDENTITY));
        model.writeBytes(ExtraOutput.named("y"));
        try (var options = OnnxRuntime.options()) {
            return environment.createSession(model.toByteArray(), options);
        }
    }

    /** Those that are registered; the program is started so that it may read that. */
    private static List<Thread> hooks() throws ReflectiveOperationException {
        var field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
        field.setAccessible(true);
        return ((Map<?, ?>) field.get(null))
                .keySet().stream().map(Thread.class::cast).toList();
    }
}
