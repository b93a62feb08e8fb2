package dev.safelight.app;

import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.onnx.OnnxRuntime;
import dev.safelight.store.sqlite.NativeLibrary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code --train}: a short life, so that the JVM can note what a start needs, and what every start
 * would unpack lies ready.
 */
final class Training {
    private static final String PROGRAMS = "safelight.ffmpeg.path";

    private Training() {}

    static int run() throws ConfigFault, IOException {
        NativeLibrary.unpack();
        OnnxRuntime.unpack();
        unpackPrograms();
        greet();
        var running = new LocalServing(Map.of()).start();
        try {
            new Rehearsal(running.target()).run();
        } finally {
            running.close();
        }
        return 0;
    }

    /** Where none come along, uploads look for installed ones. */
    private static void unpackPrograms() {
        var folder = System.getProperty(PROGRAMS, "");
        if (folder.isEmpty()) return;
        try {
            Ffmpeg.unpack(Path.of(folder));
        } catch (IOException none) {
            System.out.println("no ffmpeg is unpacked: " + none);
        }
    }

    /** What {@code serve} does besides. */
    private static void greet() throws ConfigFault, IOException {
        Serve.run(List.of("--print-config"), Map.of());
        var config = ConfigReader.read(List.of(), Map.of());
        Logging.begin(config.logsJson());
        System.out.println(Greeting.of("http://127.0.0.1:8080", config, Optional.empty()));
        ShutdownHook.onInterrupt(() -> {}).close();
    }
}
