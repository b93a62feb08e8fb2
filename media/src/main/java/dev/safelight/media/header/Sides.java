package dev.safelight.media.header;

/** Sides of pictures as files tell them. */
final class Sides {
    private Sides() {}

    static int of(long pixels) throws Unfit {
        if (pixels <= 0) throw Unfit.damaged("The picture has a side of no pixels.");
        if (pixels > Integer.MAX_VALUE)
            throw Unfit.damaged("The picture has a side that no picture can have.");
        return (int) pixels;
    }
}
