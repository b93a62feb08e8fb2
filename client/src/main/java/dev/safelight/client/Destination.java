package dev.safelight.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Where a file goes: first beside its target, then with {@link #commit} into its place. What was
 * not committed is gone when this is closed.
 */
final class Destination implements AutoCloseable {
    private final Path target;
    private final Path written;
    private final OutputStream stream;

    private Destination(Path target, Path written, OutputStream stream) {
        this.target = target;
        this.written = written;
        this.stream = stream;
    }

    static Destination at(Path wanted, Environment environment) throws IOException {
        // A link stays a link: its file is what is replaced.
        Path target = Files.exists(wanted) ? wanted.toRealPath() : wanted.toAbsolutePath();
        // A pipe or a device cannot be replaced, only written to.
        if (Files.exists(target) && !Files.isRegularFile(target))
            return new Destination(target, target, Files.newOutputStream(target));
        String name = "." + target.getFileName() + "." + environment.tokens().get() + ".part";
        Path part = target.resolveSibling(name);
        return new Destination(
                target, part, Files.newOutputStream(part, StandardOpenOption.CREATE_NEW));
    }

    OutputStream stream() {
        return stream;
    }

    void commit() throws IOException {
        stream.close();
        if (written.equals(target)) return;
        Files.move(
                written,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        if (!written.equals(target)) Files.deleteIfExists(written);
    }
}
