package dev.safelight.testkit.trace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows the system calls below one folder, empty at first, and says what a power cut would take.
 * It believes in nothing but what was asked for: bytes last once their file was synced, a name once
 * its folder was. A sync covers what came before it began, and counts when it has ended.
 */
public final class PowerCut {
    /** What has to be traced for it; a question mark stands before what some processors lack. */
    public static final Set<String> CALLS = Set.of(
            "write",
            "writev",
            "pwrite64",
            "pwritev",
            "pwritev2",
            "ftruncate",
            "fallocate",
            "copy_file_range",
            "?sendfile",
            "?sendfile64",
            "fsync",
            "fdatasync",
            "?rename",
            "?renameat",
            "renameat2",
            "?link",
            "linkat",
            "?unlink",
            "unlinkat",
            "?rmdir",
            "?open",
            "openat",
            "?creat",
            "?mkdir",
            "mkdirat");

    private final Path root;
    private final Map<Path, Bytes> files = new HashMap<>();
    private final Set<Path> names = new HashSet<>();

    /** Names that their folder was not synced for since they came. */
    private final Set<Path> unsynced = new HashSet<>();

    private final Map<Integer, Pending> syncing = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    public PowerCut(Path root) {
        this.root = root;
    }

    /** How often a file was written, and how many of those writes are on disk. */
    private static final class Bytes {
        private long written;
        private long onDisk;
    }

    /** A sync under way: what it covers. */
    private record Pending(Path path, long written, Set<Path> names) {}

    /** What was done wrong before anybody was told anything: a name given to half a file. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** What would be gone now; mapped memory and locks lose nothing. */
    public List<String> losses() {
        var bytes = files.entrySet().stream()
                .filter(file -> file.getValue().written > file.getValue().onDisk)
                .map(file -> "bytes of " + root.relativize(file.getKey()));
        var entries = unsynced.stream().map(path -> "the name of " + root.relativize(path));
        return Stream.concat(bytes, entries).sorted().toList();
    }

    /** Whether bytes of this file would be gone. */
    boolean wouldLose(Path file) {
        var bytes = files.get(file);
        return bytes != null && bytes.written > bytes.onDisk;
    }

    void follow(SystemCall line) {
        if (line.begins()) begin(line);
        if (!line.ends()) return;
        if (line.succeeds()) end(line);
        syncing.remove(line.thread());
    }

    /** A write may be seen from its first moment on; a sync covers what came before its own. */
    private void begin(SystemCall call) {
        switch (call.name()) {
            case "write", "writev", "pwrite64", "pwritev", "pwritev2", "ftruncate", "fallocate" ->
                write(path(call.file()));
            case "sendfile", "sendfile64" -> write(path(call.file()));
            case "copy_file_range" -> write(path(call.files().getLast()));
            case "fsync", "fdatasync" -> syncing.put(call.thread(), pending(path(call.file())));
            case "rename", "renameat", "renameat2", "link", "linkat" -> beginNaming(call.paths());
            default -> {}
        }
    }

    private void end(SystemCall call) {
        switch (call.name()) {
            case "fsync", "fdatasync" -> synced(syncing.get(call.thread()));
            case "rename", "renameat", "renameat2" -> rename(call.paths());
            case "link", "linkat" -> link(call.paths());
            case "mkdir", "mkdirat" -> name(call.paths().getFirst());
            case "creat" -> name(call.paths().getFirst());
            case "open", "openat" -> {
                if (call.arguments().contains("O_CREAT")) name(call.paths().getFirst());
            }
            case "unlink", "unlinkat", "rmdir" -> forget(call.paths().getFirst());
            default -> {}
        }
    }

    private void write(Path file) {
        if (counts(file)) files.computeIfAbsent(file, same -> new Bytes()).written++;
    }

    private Pending pending(Path path) {
        var bytes = files.get(path);
        var inside = new HashSet<>(unsynced);
        inside.removeIf(name -> !path.equals(name.getParent()));
        return new Pending(path, bytes == null ? 0 : bytes.written, inside);
    }

    private void synced(@Nullable Pending sync) {
        if (sync == null) return;
        var bytes = files.get(sync.path);
        if (bytes != null) bytes.onDisk = Math.max(bytes.onDisk, sync.written);
        unsynced.removeAll(sync.names);
    }

    private void beginNaming(List<Path> paths) {
        var from = paths.getFirst();
        if (counts(paths.getLast()) && wouldLose(from))
            findings.add("named before its bytes were synced: " + root.relativize(from));
    }

    private void rename(List<Path> paths) {
        link(paths);
        forget(paths.getFirst());
    }

    /** Both names are of the same bytes from then on. */
    private void link(List<Path> paths) {
        var to = paths.getLast();
        var bytes = files.get(paths.getFirst());
        if (counts(to)) {
            if (bytes == null) files.remove(to);
            else files.put(to, bytes);
        }
        names.remove(to);
        name(to);
    }

    private void name(Path path) {
        if (counts(path) && names.add(path)) unsynced.add(path);
    }

    private void forget(Path path) {
        files.remove(path);
        names.remove(path);
        unsynced.remove(path);
    }

    private static Path path(String text) {
        return Path.of(text).normalize();
    }

    private boolean counts(Path path) {
        return path.startsWith(root) && !path.equals(root) && !path.toString().endsWith("-shm");
    }
}
