package dev.safelight.media.raster;

import java.io.IOException;

/** A picture's file that is written row by row, from the top. */
public interface PictureFile extends AutoCloseable {

    /** Adds the next row: red, green, blue for each pixel. */
    void row(byte[] rgb) throws IOException;

    /** The whole file, once all rows are there. */
    byte[] finish() throws IOException;

    @Override
    void close();
}
