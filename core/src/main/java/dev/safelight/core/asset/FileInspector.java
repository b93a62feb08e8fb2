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
     * @throws IOException when the file cannot be read or a program that is needed does not run:
     *     nothing is said about the file then
     */
    Inspection inspect(Path file) throws IOException;
}
