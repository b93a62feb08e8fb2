package dev.safelight.testkit.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** The calls of a process and of all that it starts, in the order in which they began or ended. */
public final class Trace {
    /** A line that only ends a call shows the whole of it. */
    private final List<SystemCall> lines;

    private final List<SystemCall> neverEnded;

    private Trace(List<SystemCall> lines, List<SystemCall> neverEnded) {
        this.lines = lines;
        this.neverEnded = neverEnded;
    }

    /** Reads what a tracer wrote; of a process that still runs, what it wrote so far. */
    public static Trace read(Path file) throws IOException {
        // The tracer escapes what is not ASCII.
        return of(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    }

    public static Trace of(List<String> text) {
        var lines = new ArrayList<SystemCall>();
        var underWay = new HashMap<Integer, SystemCall>();
        for (var line : text) {
            var call = SystemCall.read(line).orElse(null);
            if (call == null) continue;
            var begun = underWay.remove(call.thread());
            if (!call.ends()) underWay.put(call.thread(), call);
            if (call.begins()) lines.add(call);
            else if (begun != null) lines.add(call.resumes(begun));
        }
        return new Trace(lines, List.copyOf(underWay.values()));
    }

    /** Every call once, in the order in which they ended; those that never did come last. */
    public List<SystemCall> calls() {
        return Stream.concat(lines.stream().filter(SystemCall::ends), neverEnded.stream())
                .toList();
    }

    /** What a power cut after all of it would take below the folder. */
    public List<String> losses(Path folder) {
        var cut = new PowerCut(folder);
        lines.forEach(cut::follow);
        return cut.losses();
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
