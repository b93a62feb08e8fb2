package dev.safelight.app.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a server process has on its heap that is in use. */
final class LiveHeap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private LiveHeap() {}

    /** Bytes that are alive after a full collection, over all generations. */
    static long bytes(long pid) throws IOException {
        jcmd(pid, "GC.run");
        var used = USED.matcher(jcmd(pid, "GC.heap_info").replaceAll("Metaspace[\\s\\S]*", ""));
        return used.results()
                .mapToLong(found -> Long.parseLong(found.group(1)) << 10)
                .sum();
    }

    private static String jcmd(long pid, String command) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var running = new ProcessBuilder(tool, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
