package dev.safelight.app;

import dev.safelight.core.access.SecretBox;
import dev.safelight.store.disk.DurableFolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The key under which secrets are sealed: a file of its own beside the database, so that whoever
 * gets hold of a copy of the database alone reads none of them. 64 hexadecimal characters, for its
 * owner alone, drawn at the first start.
 */
final class MasterKey {
    private static final HexFormat HEX = HexFormat.of();
    private static final Set<PosixFilePermission> OWNERS_ALONE =
            Collections.unmodifiableSet(PosixFilePermissions.fromString("rw-------"));

    private MasterKey() {}

    /**
     * Reads the key, or draws it when there is none.
     *
     * @param isNeeded whether something is sealed already: then a missing one is refused
     */
    static byte[] open(Path file, boolean isNeeded, RandomGenerator random) throws IOException {
        if (Files.exists(file)) {
            shut(file);
            return read(file);
        }
        if (isNeeded)
            throw new IOException(
                    "the master key " + file + " is missing, and the webhook secrets in the"
                            + " database are sealed with it: put the file back from your backup");
        byte[] key = new byte[SecretBox.KEY_LENGTH];
        random.nextBytes(key);
        write(file, key);
        return key;
    }

    /** One that came back from a backup may be open to others. */
    private static void shut(Path file) throws IOException {
        if (!isPosix(file) || Files.getPosixFilePermissions(file).equals(OWNERS_ALONE)) return;
        try {
            Files.setPosixFilePermissions(file, OWNERS_ALONE);
        } catch (IOException notOurs) {
            throw new IOException(
                    "the master key " + file + " may be read by others, and that cannot be changed"
                            + " by this user: give the file to whoever runs the server, mode 0600",
                    notOurs);
        }
    }

    private static byte[] read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9a-f]{" + 2 * SecretBox.KEY_LENGTH + "}"))
            throw new IOException(
                    "the master key " + file + " is not whole: put the file back from your backup");
        return HEX.parseHex(text);
    }

    /** Whatever has its name is whole, also after a power cut: it is renamed when on disk. */
    private static void write(Path file, byte[] key) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(half, options, ownersAlone(file))) {
            var text = ByteBuffer.wrap(
                    (HEX.formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
            while (text.hasRemaining()) channel.write(text);
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) DurableFolder.sync(folder);
    }

    private static FileAttribute<?>[] ownersAlone(Path file) {
        if (!isPosix(file)) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS_ALONE)};
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
