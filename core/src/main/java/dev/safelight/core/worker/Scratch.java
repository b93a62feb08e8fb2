package dev.safelight.core.worker;

import dev.safelight.core.task.Lease;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folders in which runs keep what they need for themselves: one folder a run. Nothing is made
 * before a run asks for its folder. What else the process has for a moment may lie in folders of
 * other names beside them.
 */
public final class Scratch {
    private final Path root;

    /**
     * @param root need not exist; below the data folder, so that stored files can be linked there
     */
    public Scratch(Path root) {
        this.root = root;
    }

    /** Empties the root of what an earlier process left: called before anything is kept there. */
    public void sweep() throws IOException {
        remove(root);
    }

    /** Makes a run's folder. */
    Path open(Lease lease) throws IOException {
        return Files.createDirectories(root.resolve(lease.task() + "-" + lease.fence()));
    }

    /** Removes a folder with all that is in it; links are removed, not followed. */
    static void remove(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (NoSuchFileException absent) {
            // What is not there need not be removed.
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException unread)
                throws IOException {
            if (unread != null) throw unread;
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
