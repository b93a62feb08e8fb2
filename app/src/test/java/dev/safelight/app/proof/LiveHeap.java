package dev.safelight.app.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a server process has on its heap that is in use. */
final class LiveHeap {
    /** The last line of a histogram: objects, then bytes. */
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    private LiveHeap() {}

    /** Bytes that are alive after a full collection, counted before anything else is allocated. */
    static long bytes(long pid) throws IOException {
        var said = jcmd(pid, "GC.class_histogram");
        var total = TOTAL.matcher(said);
        if (!total.find()) throw new IOException(said);
        return Long.parseLong(total.group(1));
    }

    private static String jcmd(long pid, String command) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var running = new ProcessBuilder(tool, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
