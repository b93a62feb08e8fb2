package dev.safelight.media.header;

import java.io.IOException;

/**
 * Of a GIF.
 *
 * @param frames all that it has
 * @param first the first frame's place; what is shown is as large as to hold it
 */
public record GifHeader(int width, int height, long frames, Place first) {
    private static final int AFTER_HEADER = 13;

    /** Counts frames by going from block to block; a file that ends early has those before. */
    public static GifHeader read(FileBytes file) throws IOException, UnfitFile {
        long at = (long) AFTER_HEADER + tableLength(file.u8(10));
        Place first = null;
        long frames = 0;
        while (at < file.size()) {
            int mark = file.u8(at);
            if (mark == ';') break;
            if (mark == '!') at = afterBlocks(file, at + 2);
            else if (mark == ',') {
                if (first == null) first = place(file, at);
                frames++;
                at = afterBlocks(file, at + 11 + tableLength(file.u8(at + 9)));
            } else break;
        }
        if (first == null) throw UnfitFile.damaged("The GIF has no picture where one is to be.");
        return new GifHeader(
                Sides.of(Math.max(file.u16little(6), first.left() + first.width())),
                Sides.of(Math.max(file.u16little(8), first.top() + first.height())),
                frames,
                first);
    }

    private static Place place(FileBytes file, long at) throws IOException, UnfitFile {
        int code = at + 10 < file.size() ? file.u8(at + 10 + tableLength(file.u8(at + 9))) : 0;
        if (code < 1 || code > 11) throw UnfitFile.damaged("The GIF has no picture data.");
        return new Place(
                file.u16little(at + 1),
                file.u16little(at + 3),
                Sides.of(file.u16little(at + 5)),
                Sides.of(file.u16little(at + 7)));
    }

    private static int tableLength(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static long afterBlocks(FileBytes file, long from) throws IOException, UnfitFile {
        long at = from;
        while (at < file.size()) {
            int length = file.u8(at);
            at += length + 1;
            if (length == 0) break;
        }
        return at;
    }
}
