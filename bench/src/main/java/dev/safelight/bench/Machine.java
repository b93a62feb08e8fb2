package dev.safelight.bench;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on, and what of it was used. */
public final class Machine {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Machine() {}

    /** Nanoseconds of CPU that this process has used, all threads, user and system. */
    public static long cpu() {
        return SYSTEM.getProcessCpuTime();
    }

    /** The same of one platform thread. */
    public static long cpu(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    /** A line for people: processor, cores, memory, JDK, disk and commit. */
    public static String describe(Path data) {
        return String.format(
                Locale.ROOT,
                "%d cores of %s, %d GiB, %s, JDK %s, data on %s, load average %.1f, commit %s.",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                SYSTEM.getTotalMemorySize() >> 30,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version(),
                disk(data),
                SYSTEM.getSystemLoadAverage(),
                commit());
    }

    private static String processor() {
        var info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) return System.getProperty("os.arch");
        try (var lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String disk(Path data) {
        try {
            return Files.getFileStore(data).type();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commit() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? said.strip() : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
