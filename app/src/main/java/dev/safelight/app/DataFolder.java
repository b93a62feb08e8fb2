package dev.safelight.app;

import dev.safelight.cli.Reason;
import dev.safelight.store.disk.DurableFolder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder that one process at a time owns. The operating system drops the lock with the process.
 */
final class DataFolder implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNERS =
            PosixFilePermissions.fromString("rwx------");
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path path) throws IOException {
        String shown = "the data folder " + path.toAbsolutePath().normalize();
        try {
            create(path);
        } catch (NoSuchFileException e) {
            throw new IOException("cannot make " + shown + ": none can be made there", e);
        } catch (IOException e) {
            throw new IOException("cannot make " + shown + ": " + why(e, path), e);
        }
        var channel = lock(path, shown);
        try {
            if (channel.tryLock() != null) return new DataFolder(path, channel);
        } catch (OverlappingFileLockException sameProcess) {
            // Refused below like another process's.
        }
        channel.close();
        throw new IOException(shown
                + " is in use by another Safelight: stop that one, or choose another"
                + " folder with --data");
    }

    private static FileChannel lock(Path path, String shown) throws IOException {
        try {
            return FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException("cannot write in " + shown + ": " + why(e, path), e);
        }
    }

    private static String why(IOException e, Path path) {
        return Reason.of(e, path.toAbsolutePath().normalize().toString());
    }

    /** Its files are for its owner alone. A folder that is there keeps the mode that it has. */
    private static void create(Path path) throws IOException {
        var posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) DurableFolder.create(path, PosixFilePermissions.asFileAttribute(OWNERS));
        else DurableFolder.create(path);
    }

    Path store() {
        return store(path);
    }

    /** Where the database of a folder is. */
    static Path store(Path folder) {
        return folder.resolve("safelight.db");
    }

    Path masterKey() {
        return path.resolve("master.key");
    }

    /** Where programs are unpacked to that come along and that the launcher has not unpacked. */
    Path programs() {
        return path.resolve("programs");
    }

    /** Where runs keep what they need for themselves; emptied at each start. */
    Path scratch() {
        return path.resolve("scratch");
    }

    /** Where single frames lie while they are decoded; emptied with it. */
    Path frames() {
        return scratch().resolve("frames");
    }

    Path blobs() {
        return path.resolve("blobs");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
