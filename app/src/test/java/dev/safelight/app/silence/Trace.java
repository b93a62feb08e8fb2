package dev.safelight.app.silence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a program and all that it started asked of the system, a list for each thread.
 *
 * @param working the folder that the program was started in
 */
record Trace(List<List<SystemCall>> threads, Path working) {

    /** Reads what strace wrote; while it still writes, a line may be cut off. */
    static Trace read(Path folder, Path working) throws IOException {
        var threads = new ArrayList<List<SystemCall>>();
        for (var file : files(folder)) {
            var lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            threads.add(lines.stream()
                    .flatMap(line -> SystemCall.read(line).stream())
                    .toList());
        }
        return new Trace(threads, working);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Stream<SystemCall> calls() {
        return threads.stream().flatMap(List::stream);
    }

    List<String> namesAsked() {
        return calls().filter(SystemCall::asksForAName).map(SystemCall::text).toList();
    }

    List<String> reachedOut() {
        return calls().filter(SystemCall::reachesOut).map(SystemCall::text).toList();
    }

    /** Everything written to but the devices, what the kernel shows of processes, and these. */
    Set<Path> writtenOutside(List<Path> permitted) {
        var all = new ArrayList<>(permitted);
        all.add(Path.of("/dev"));
        all.add(Path.of("/proc"));
        var found = new TreeSet<Path>();
        calls().flatMap(call -> call.written(working).stream())
                .filter(Path::isAbsolute)
                .filter(path -> all.stream().noneMatch(path::startsWith))
                .forEach(found::add);
        return found;
    }

    boolean opened(String fileName) {
        return calls().flatMap(call -> call.opened().stream())
                .anyMatch(path -> path.endsWith(fileName));
    }

    /** Folders below one whose names the same thread has not made sure of afterwards. */
    List<Path> foldersNotSynced(Path below) {
        var open = new ArrayList<Path>();
        for (var thread : threads) {
            var mine = new ArrayList<Path>();
            for (var call : thread) {
                call.folderMade(working)
                        .filter(path -> path.startsWith(below))
                        .ifPresent(mine::add);
                call.synced()
                        .ifPresent(
                                synced -> mine.removeIf(made -> synced.equals(made.getParent())));
            }
            open.addAll(mine);
        }
        return open;
    }
}
