package dev.safelight.media.rendition;

/** A picture of which one row at a time is wanted. */
interface Pixels {
    int width();

    int height();

    /**
     * Fills in one row, from 0 at the top.
     *
     * @param into alpha, red, green, blue of each pixel, eight bits each, not premultiplied
     */
    void row(int y, int[] into);
}
