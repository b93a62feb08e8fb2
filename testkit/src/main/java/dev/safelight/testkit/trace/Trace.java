package dev.safelight.testkit.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of one process, in the order in which they began or ended. */
public final class Trace {
    private final List<SystemCall> lines;

    private Trace(List<SystemCall> lines) {
        this.lines = lines;
    }

    /** Reads what a tracer wrote about a process that has ended. */
    public static Trace read(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    static Trace of(List<String> lines) {
        return new Trace(
                lines.stream().map(SystemCall::read).flatMap(Optional::stream).toList());
    }

    /**
     * Each promise that a power cut would have broken. Somebody is told something where a written
     * text begins with {@code told}; by then all below the folder must last.
     *
     * @param log a file that starts over only when the other one has all that it held
     * @param database the other one
     */
    public List<String> broken(Path folder, String told, Path log, Path database) {
        var broken = new ArrayList<String>();
        var cut = new PowerCut(folder);
        for (var line : lines) {
            if (line.begins() && isTold(line, told)) {
                for (var loss : cut.losses()) broken.add(line.texts().getFirst() + ": " + loss);
            }
            if (line.begins() && startsOver(line, log) && cut.wouldLose(database))
                broken.add("the log starts over before the database was synced");
            cut.follow(line);
        }
        broken.addAll(cut.findings());
        return broken;
    }

    private static boolean isTold(SystemCall call, String told) {
        return call.name().equals("write")
                && call.texts().stream().anyMatch(text -> text.startsWith(told));
    }

    private static boolean startsOver(SystemCall call, Path log) {
        if (!call.file().equals(log.toString())) return false;
        return switch (call.name()) {
            case "ftruncate" -> true;
            case "pwrite64" -> call.arguments().endsWith(", 0");
            default -> false;
        };
    }

    /** How often something was said that begins so. */
    public long count(String told) {
        return lines.stream()
                .filter(line -> line.begins() && isTold(line, told))
                .count();
    }

    /** How often the log started over. */
    public long countStartsOf(Path log) {
        return lines.stream()
                .filter(line -> line.begins() && startsOver(line, log))
                .count();
    }
}
