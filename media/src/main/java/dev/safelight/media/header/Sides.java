package dev.safelight.media.header;

/** Sides of pictures as files tell them. */
final class Sides {
    private Sides() {}

    static int of(long pixels) throws UnfitFile {
        if (pixels <= 0) throw UnfitFile.damaged("The picture has a side of no pixels.");
        if (pixels > Integer.MAX_VALUE)
            throw UnfitFile.damaged("The picture has a side that no picture can have.");
        return (int) pixels;
    }
}
