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
    private final Path root;
    private final Map<Path, Bytes> files = new HashMap<>();
    private final Set<Path> names = new HashSet<>();

    /** Names that their folder was not synced for since they came. */
    private final Set<Path> unsynced = new HashSet<>();

    private final Map<Integer, Pending> syncing = new HashMap<>();
    private final Map<Integer, SystemCall> calling = new HashMap<>();
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
        if (!line.ends()) {
            calling.put(line.thread(), line);
            return;
        }
        var call = line.begins() ? line : calling.remove(line.thread());
        if (call != null && line.succeeds()) end(call);
        syncing.remove(line.thread());
    }

    /** A write may be seen from its first moment on; a sync covers what came before its own. */
    private void begin(SystemCall call) {
        switch (call.name()) {
            case "write", "writev", "pwrite64", "pwritev", "ftruncate", "fallocate" ->
                write(path(call.file()));
            case "fsync", "fdatasync" -> syncing.put(call.thread(), pending(path(call.file())));
            case "rename", "renameat", "renameat2" -> beginRename(call.texts());
            default -> {}
        }
    }

    private void end(SystemCall call) {
        switch (call.name()) {
            case "fsync", "fdatasync" -> synced(syncing.get(call.thread()));
            case "rename", "renameat", "renameat2" -> rename(call.texts());
            case "mkdir", "mkdirat" -> name(path(call.texts().getFirst()));
            case "open", "openat" -> {
                if (call.arguments().contains("O_CREAT")) name(path(call.texts().getFirst()));
            }
            case "unlink", "unlinkat" -> forget(path(call.texts().getFirst()));
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

    private void beginRename(List<String> paths) {
        var from = path(paths.getFirst());
        if (counts(path(paths.getLast())) && wouldLose(from))
            findings.add("named before its bytes were synced: " + root.relativize(from));
    }

    private void rename(List<String> paths) {
        var to = path(paths.getLast());
        var bytes = files.remove(path(paths.getFirst()));
        forget(path(paths.getFirst()));
        if (bytes != null && counts(to)) files.put(to, bytes);
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
