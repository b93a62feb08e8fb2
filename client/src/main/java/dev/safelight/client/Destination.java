package dev.safelight.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place for a file, tried when it is named: whoever has one can pay for what goes there. A
 * regular file is replaced as a whole or left as it was; a pipe, a device and an open descriptor
 * are written through. A link stays a link.
 */
public final class Destination {
    private static final Pattern DESCRIPTOR =
            Pattern.compile("/dev/(stdin|stdout|stderr|fd/\\d+)|/proc/[^/]+/fd/\\d+");
    private static final int MOST_LINKS = 40;

    private final Path target;
    private final boolean replaced;
    private final Environment environment;

    /** What is to be written; it may be called once and fail half-way. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream to) throws IOException, InterruptedException;
    }

    private Destination(Path target, boolean replaced, Environment environment) {
        this.target = target;
        this.replaced = replaced;
        this.environment = environment;
    }

    /**
     * Finds the place and tries whether it can be written to; nothing is left there.
     *
     * @throws IOException when it cannot
     */
    public static Destination at(Path wanted) throws IOException {
        return at(wanted, Environment.ofThisMachine());
    }

    /** The same, with time and chance from outside. */
    public static Destination at(Path wanted, Environment environment) throws IOException {
        boolean descriptor = DESCRIPTOR.matcher(wanted.toString()).matches();
        Path target = descriptor ? wanted : followed(wanted.toAbsolutePath());
        var there = attributes(target);
        if (there.isPresent()) mayWrite(target, there.get());
        else if (descriptor) throw new NoSuchFileException(target.toString());
        boolean replaced =
                !descriptor && there.map(BasicFileAttributes::isRegularFile).orElse(true);
        var destination = new Destination(target, replaced, environment);
        if (replaced) destination.tryFolder();
        else destination.tryThrough();
        return destination;
    }

    /** A link to a file that is not there yet names that file. */
    private static Path followed(Path wanted) throws IOException {
        Path target = wanted;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) throw new FileSystemLoopException(wanted.toString());
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Empty only where there surely is nothing; a name that is too long is told here. */
    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        }
    }

    private static void mayWrite(Path target, BasicFileAttributes there) throws IOException {
        if (there.isDirectory())
            throw new FileSystemException(target.toString(), null, "Is a directory");
        if (!Files.isWritable(target)) throw new AccessDeniedException(target.toString());
    }

    /** Rights, quotas and read-only file systems are known for certain only by writing. */
    private void tryFolder() throws IOException {
        Path folder = target.resolveSibling("");
        if (!Files.exists(folder)) throw new NoSuchFileException(folder.toString());
        if (!Files.isDirectory(folder)) throw new NotDirectoryException(folder.toString());
        Path part = part();
        try {
            Files.createFile(part);
        } catch (NoSuchFileException e) {
            throw new FileSystemException(folder.toString(), null, "it takes no files");
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(folder.toString());
        }
        Files.delete(part);
    }

    /** A pipe is not opened: who reads it would take that for the whole of it. */
    private void tryThrough() throws IOException {
        var kind = Kind.of(target);
        if (kind == Kind.SOCKET)
            throw new FileSystemException(
                    target.toString(), null, "it is a socket, which takes no files");
        if (kind != Kind.PIPE) writing(target).close();
        TemporaryFile.tryOne();
    }

    /** At the end, for a descriptor may stand for a file that others wrote to before. */
    private static OutputStream writing(Path target) throws IOException {
        return Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Not made of the target's own name, which may be as long as a name can be. */
    private Path part() {
        return target.resolveSibling(".safelight-" + environment.tokens().get() + ".part");
    }

    /**
     * Returns when all of it is in its place; when it fails, a regular file is as it was, unless it
     * is one that can only be overwritten and its disk filled up.
     */
    public void write(Content content) throws IOException, InterruptedException {
        // What is written through cannot be taken back, so it is complete before it begins.
        Path whole = replaced ? part() : TemporaryFile.create();
        try {
            try (var to = Files.newOutputStream(whole)) {
                content.writeTo(to);
            }
            if (replaced) replace(whole);
            else append(whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** A file that is mounted alone, or another's in a sticky folder, cannot be renamed over. */
    private void replace(Path whole) throws IOException {
        try {
            Files.move(
                    whole,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            if (!Files.isRegularFile(target)) throw e;
            overwrite(whole);
        }
    }

    /** Without leave to create it, which Linux refuses for another's file in a sticky folder. */
    private void overwrite(Path whole) throws IOException {
        try (var to = Files.newOutputStream(
                target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            Files.copy(whole, to);
        }
    }

    private void append(Path whole) throws IOException {
        try (var to = writing(target)) {
            Files.copy(whole, to);
        }
    }
}
