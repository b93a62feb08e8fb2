package dev.safelight.core.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes smaller pictures of a file. Blocks, within a bounded time and memory: called from a
 * platform thread only.
 */
@FunctionalInterface
public interface RenditionMaker {

    /**
     * The pictures of a file that are worth making: none of what is no raster picture, and no size
     * that the file itself has already.
     *
     * @throws IOException when the file cannot be read or decoded
     */
    List<Made> make(Path file, String contentType, FileFacts facts) throws IOException;

    /** One of them. */
    record Made(Rendition.Size size, Content content, String contentType, int width, int height) {}
}
