package dev.safelight.app.silence;

import dev.safelight.testkit.trace.SystemCall;
import dev.safelight.testkit.trace.Trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a program and all that it started told others and left, by what they asked of the system.
 *
 * @param working the folder that the program was started in
 */
record Footprint(Trace trace, Path working) {

    private Stream<Act> acts() {
        return trace.calls().stream().map(Act::new);
    }

    private List<String> text(Predicate<Act> which) {
        return acts().filter(which).map(Act::call).map(SystemCall::text).toList();
    }

    List<String> namesAsked() {
        return text(Act::asksForAName);
    }

    List<String> reachedOut() {
        return text(Act::reachesOut);
    }

    /** Everything written to but the devices, what the kernel shows of processes, and these. */
    Set<Path> writtenOutside(List<Path> permitted) {
        var all = new ArrayList<>(permitted);
        all.add(Path.of("/dev"));
        all.add(Path.of("/proc"));
        var found = new TreeSet<Path>();
        acts().flatMap(act -> act.written(working).stream())
                .filter(Path::isAbsolute)
                .filter(path -> all.stream().noneMatch(path::startsWith))
                .forEach(found::add);
        return found;
    }

    boolean opened(String fileName) {
        return acts().flatMap(act -> act.opened().stream())
                .anyMatch(path -> path.endsWith(fileName));
    }

    /** Names at or below a path that a power cut would take: their folder was not synced since. */
    List<String> namesNotDurable(Path below) {
        var name = "the name of " + below.getFileName();
        return trace.losses(Objects.requireNonNull(below.getParent())).stream()
                .filter(loss -> loss.startsWith(name))
                .toList();
    }
}
