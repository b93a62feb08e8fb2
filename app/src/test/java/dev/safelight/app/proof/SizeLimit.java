package dev.safelight.app.proof;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A limit on the size of the files that the server's process writes, as a quota would set it: what
 * is there stays, nothing grows. SQLite calls that a failing disk, not a full one.
 */
final class SizeLimit implements Disk {
    /** Smaller than anything that an engine makes. */
    private static final String NOTHING = "64";

    @Override
    public Stage stage(Path data) {
        return Stage.PLAIN;
    }

    private static void set(ServerProcess server, String most) throws IOException {
        var pid = Long.toString(server.pid());
        if (!Command.succeeds("prlimit", "--pid", pid, "--fsize=" + most + ":unlimited"))
            throw new AssertionError("prlimit failed");
    }

    @Override
    public void fill(ServerProcess server) throws IOException {
        set(server, NOTHING);
    }

    @Override
    public void makeRoom(ServerProcess server) throws IOException {
        set(server, "unlimited");
    }

    @Override
    public int refusal() {
        return 503;
    }

    @Override
    public boolean staysBehind() {
        return true;
    }

    @Override
    public String toString() {
        return "a limit on the size of files";
    }
}
