package dev.safelight.app.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * How much memory a server and its children come to have. Children come and go: what they call
 * their own is looked at every few milliseconds, and the most of all of them together counts.
 */
final class Memory implements AutoCloseable {
    private final long pid;
    private final long beginKib;
    private volatile boolean closed;
    private volatile long childrenKib;

    Memory(long pid) throws IOException {
        this.pid = pid;
        // The highest so far becomes that of now.
        Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
        beginKib = read(pid, "VmRSS:");
        Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        var server = ProcessHandle.of(pid).orElseThrow();
        while (!closed) {
            long now = server.descendants().mapToLong(it -> own(it.pid())).sum();
            childrenKib = Math.max(childrenKib, now);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Without shared code; nothing of one that has ended, or has not left the server's yet. */
    private long own(long child) {
        try {
            return program(child).equals(program(pid)) ? 0 : read(child, "RssAnon:");
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long read(long pid, String name) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")))
            if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", ""));
        throw new IOException(name + " is not told");
    }

    private static Path program(long pid) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "exe"));
    }

    /** What the highest figures since then are above that of then: its own, its children's. */
    long[] growthMib() throws IOException {
        return new long[] {(read(pid, "VmHWM:") - beginKib) >> 10, childrenKib >> 10};
    }

    @Override
    public void close() {
        closed = true;
    }
}
