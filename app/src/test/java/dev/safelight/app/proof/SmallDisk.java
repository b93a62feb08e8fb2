package dev.safelight.app.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A file system in memory that the server's process alone sees, so that nobody needs special rights
 * for it. A balloon in it takes all the room: then writes fail as on any full disk.
 */
final class SmallDisk implements Disk {
    private static final String SIZE = "24m";
    private static final int PAGE = 4_096;

    /** Whether this machine lets anybody have one. */
    static boolean isPossible(Path scratch) throws IOException {
        return Command.succeeds("unshare", "-rm", "sh", "-c", mount(scratch));
    }

    private static String mount(Path folder) {
        return "mount -t tmpfs -o size=" + SIZE + " none '" + folder + "'";
    }

    @Override
    public Stage stage(Path data) throws IOException {
        Files.createDirectories(data);
        var script = mount(data) + " && exec \"$@\"";
        return new Stage(List.of("unshare", "-rm", "sh", "-c", script, "sh"), Map.of());
    }

    private static Path balloon(ServerProcess server) {
        var seen = Path.of("/proc", Long.toString(server.pid()), "root");
        var data = server.data().toAbsolutePath();
        return seen.resolve(data.getRoot().relativize(data)).resolve("balloon");
    }

    @Override
    public void fill(ServerProcess server) throws IOException {
        var page = ByteBuffer.allocate(PAGE);
        try (var file = FileChannel.open(
                balloon(server), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (file.write(page.rewind()) > 0) {}
        } catch (IOException full) {
            // No room is left: that is the point.
        }
    }

    @Override
    public void makeRoom(ServerProcess server) throws IOException {
        Files.delete(balloon(server));
    }

    @Override
    public int refusal() {
        return 507;
    }

    @Override
    public boolean staysBehind() {
        return false;
    }

    @Override
    public String toString() {
        return "a small disk";
    }
}
