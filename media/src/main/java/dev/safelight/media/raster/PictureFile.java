package dev.safelight.media.raster;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** A picture's file that is written row by row, from the top. */
public interface PictureFile extends AutoCloseable {

    /** Adds the next row: red, green, blue for each pixel. */
    void row(byte[] rgb) throws IOException;

    /** The whole file, once all rows are there. */
    default byte[] finish() throws IOException {
        return finish(() -> false);
    }

    /**
     * The same, where it may take too long.
     *
     * @param stopped asked on the way
     * @throws java.io.InterruptedIOException when it was
     */
    byte[] finish(BooleanSupplier stopped) throws IOException;

    @Override
    void close();
}
