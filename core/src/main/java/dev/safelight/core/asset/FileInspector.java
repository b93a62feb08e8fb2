package dev.safelight.core.asset;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Understands a file of a stranger's: what it is, by its bytes alone, and what is known of it
 * without decoding it. Blocks, within a bounded time and memory: called from platform threads only.
 * Opens no network address and nothing but the file that it is given.
 */
@FunctionalInterface
public interface FileInspector {

    /**
     * Looks at a whole file.
     *
     * @throws Undecided when this machine was too busy for it: another look may fare better
     * @throws IOException when the file cannot be read: nothing is said about it then
     */
    Inspection inspect(Path file) throws IOException;

    /**
     * Whether a look at it takes a program of its own, and so more of this machine than others are
     * to wait for. Blocks for a few reads.
     */
    default boolean takesProgram(Path file) throws IOException {
        return false;
    }
}
