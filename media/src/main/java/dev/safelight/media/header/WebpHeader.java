package dev.safelight.media.header;

import java.io.IOException;

/**
 * Of a WebP.
 *
 * @param frames more than one where it is animated
 * @param first the first frame's place
 * @param begin where the chunks of the first frame begin; they may include others
 * @param end where they end
 */
public record WebpHeader(int width, int height, long frames, Place first, long begin, long end) {
    private static final int FIRST = 12;
    private static final int MOST_CHUNKS = 20_000;
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String EXTENDED = "VP8X";

    /** Up to the first picture data; of an animated one to its end, from chunk to chunk. */
    public static WebpHeader read(FileBytes file) throws IOException, UnfitFile {
        if (file.has(FIRST, EXTENDED)) return extended(file);
        var place = bitstream(file, FIRST);
        return new WebpHeader(place.width(), place.height(), 1, place, FIRST, file.size());
    }

    /** Whether its frames are alone in the file, as decoders that know no animation want it. */
    public boolean isStill() {
        return begin == FIRST;
    }

    private static WebpHeader extended(FileBytes file) throws IOException, UnfitFile {
        int width = file.u24little(24) + 1;
        int height = file.u24little(27) + 1;
        boolean animated = (file.u8(20) & 2) != 0;
        WebpHeader first = null;
        long frames = 0;
        long at = FIRST;
        for (int chunk = 0; at + 8 <= file.size(); chunk++) {
            if (chunk == MOST_CHUNKS) throw UnfitFile.damaged("The WebP has too many parts.");
            if (!animated && isBitstream(file, at)) return still(file, at, width, height);
            if (animated && file.has(at, "ANMF")) {
                if (first == null) first = frame(file, at, width, height);
                frames++;
            }
            at = after(file, at);
        }
        if (first == null) throw UnfitFile.damaged("The WebP has no picture data.");
        return new WebpHeader(width, height, frames, first.first, first.begin, first.end);
    }

    private static boolean isBitstream(FileBytes file, long at) throws IOException, UnfitFile {
        return file.has(at, LOSSY) || file.has(at, LOSSLESS);
    }

    private static long after(FileBytes file, long at) throws IOException, UnfitFile {
        long length = file.u32little(at + 4);
        return at + 8 + length + (length & 1);
    }

    private static WebpHeader still(FileBytes file, long at, int width, int height)
            throws IOException, UnfitFile {
        var place = bitstream(file, at);
        if (place.width() != width || place.height() != height)
            throw UnfitFile.damaged("The WebP says two sizes.");
        return new WebpHeader(width, height, 1, place, FIRST, file.size());
    }

    private static WebpHeader frame(FileBytes file, long at, int width, int height)
            throws IOException, UnfitFile {
        var place = new Place(
                2 * file.u24little(at + 8),
                2 * file.u24little(at + 11),
                file.u24little(at + 14) + 1,
                file.u24little(at + 17) + 1);
        long begin = at + 24;
        long data = file.has(begin, "ALPH") ? after(file, begin) : begin;
        var said = bitstream(file, data);
        boolean fits = place.left() + place.width() <= width
                && place.top() + place.height() <= height
                && said.width() == place.width()
                && said.height() == place.height();
        if (!fits) throw UnfitFile.damaged("The WebP's first picture does not fit into it.");
        return new WebpHeader(
                width, height, 1, place, begin, Math.min(after(file, data), file.size()));
    }

    /** What the picture data itself says of its size. */
    private static Place bitstream(FileBytes file, long at) throws IOException, UnfitFile {
        if (file.has(at, LOSSLESS)) {
            if (file.u8(at + 8) != 0x2F) throw UnfitFile.damaged("The WebP has no picture data.");
            long bits = file.u32little(at + 9);
            return new Place(0, 0, (int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
        }
        boolean begins = file.has(at, LOSSY) && file.has(at + 11, "\u009D\u0001*");
        if (!begins) throw UnfitFile.damaged("The WebP has no picture data.");
        return new Place(
                0,
                0,
                Sides.of(file.u16little(at + 14) & 0x3FFF),
                Sides.of(file.u16little(at + 16) & 0x3FFF));
    }
}
