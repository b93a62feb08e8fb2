package dev.safelight.media.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a JPEG, part by part.
 *
 * @param count how many passes over the picture, or over some of its colours, it holds
 * @param decoded what of it is for a decoder: no colour profile, of which decoders keep every byte
 */
public record JpegScans(int count, List<Range> decoded) {
    private static final int MOST_PARTS = 20_000;
    private static final int PROFILE = 0xE2;
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;

    /** Reads all of the file, as far as it is a JPEG; it looks for marks as decoders do. */
    public static JpegScans read(FileBytes file) throws IOException, UnfitFile {
        var decoded = new ArrayList<Range>();
        long begin = 0;
        int parts = 0;
        int scans = 0;
        long at = 2;
        while (at + 1 < file.size()) {
            int mark = file.u8(at) == 0xFF ? file.u8(at + 1) : 0;
            if (mark == END) break;
            if (mark == 0 || mark == 0xFF || JpegHeader.hasNoLength(mark)) {
                at++;
                continue;
            }
            if (++parts > MOST_PARTS) throw UnfitFile.damaged("The JPEG has too many parts.");
            long after = at + 2 + file.u16(at + 2);
            if (mark == SCAN) scans++;
            if (mark == PROFILE) {
                decoded.add(new Range(begin, at));
                begin = after;
            }
            at = after;
        }
        decoded.add(new Range(Math.min(begin, file.size()), file.size()));
        return new JpegScans(scans, decoded);
    }
}
