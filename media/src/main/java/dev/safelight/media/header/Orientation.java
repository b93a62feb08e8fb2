package dev.safelight.media.header;

import java.io.IOException;

/** How a picture is to be shown, as cameras write it: turned, mirrored or as it is. */
public enum Orientation {
    NONE(false, false, false),
    MIRRORED(false, true, false),
    HALF(false, true, true),
    UPSIDE_DOWN(false, false, true),
    DIAGONAL(true, false, false),
    QUARTER(true, false, true),
    OTHER_DIAGONAL(true, true, true),
    THREE_QUARTERS(true, true, false);

    private static final Orientation[] BY_CODE = values();
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 500;

    private final boolean swapsSides;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
        this.swapsSides = swapsSides;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return swapsSides;
    }

    /**
     * Which pixel of the picture as it is stored is shown at a place.
     *
     * @param width of the picture as it is stored
     * @param height as width
     */
    public int shown(int x, int y, int width, int height) {
        int column = swapsSides ? y : x;
        int row = swapsSides ? x : y;
        return (fromBottom ? height - 1 - row : row) * width
                + (fromRight ? width - 1 - column : column);
    }

    /** What Exif says; a picture is shown as it is stored where that makes no sense. */
    static Orientation read(FileBytes file, long at, int length) throws IOException, UnfitFile {
        if (length < 14 || at + length > file.size()) return NONE;
        boolean little = file.has(at, "II");
        if (!little && !file.has(at, "MM")) return NONE;
        long from = little ? file.u32little(at + 4) : file.u32(at + 4);
        if (from > length - 2) return NONE;
        long list = at + from;
        int entries = Math.min(short16(file, list, little), MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            long entry = list + 2 + 12L * i;
            if (entry + 12 > at + length) return NONE;
            if (short16(file, entry, little) == ORIENTATION)
                return of(short16(file, entry + 8, little));
        }
        return NONE;
    }

    private static int short16(FileBytes file, long at, boolean little)
            throws IOException, UnfitFile {
        return little ? file.u16little(at) : file.u16(at);
    }

    private static Orientation of(int code) {
        return code >= 1 && code <= BY_CODE.length ? BY_CODE[code - 1] : NONE;
    }
}
