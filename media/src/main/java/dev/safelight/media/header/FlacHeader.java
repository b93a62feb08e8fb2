package dev.safelight.media.header;

import java.io.IOException;

/** Reads a FLAC up to its first frame. */
public final class FlacHeader {
    private static final int STREAM_INFO = 34;
    private static final int MOST_BLOCKS = 1_000;

    /** Of a frame, with its check sums, when all its samples are the same. */
    private static final int SHORTEST_FRAME = 10;

    private FlacHeader() {}

    public static SoundHeader read(FileBytes file) throws IOException, UnfitFile {
        if ((file.u8(4) & 0x7F) != 0 || length(file, 4) != STREAM_INFO)
            throw UnfitFile.damaged("The FLAC does not begin with its header.");
        long frames = firstFrame(file);
        int block = file.u16(10);
        long rate = file.u32(18) >> 12;
        int channels = (file.u8(20) >> 1 & 7) + 1;
        long samples = (long) (file.u8(21) & 15) << 32 | file.u32(22);
        if (block < 16 || block < file.u16(8) || rate == 0)
            throw UnfitFile.damaged("The FLAC's header contradicts itself.");
        if (samples / block * SHORTEST_FRAME > file.size() - frames)
            throw UnfitFile.damaged("The FLAC is too short for the samples that it claims.");
        return SoundHeader.of(channels, rate, (double) samples / rate, "flac");
    }

    private static long length(FileBytes file, long at) throws IOException, UnfitFile {
        return file.u32(at) & 0xFF_FFFF;
    }

    private static long firstFrame(FileBytes file) throws IOException, UnfitFile {
        long at = 4;
        for (int block = 0; block < MOST_BLOCKS; block++) {
            boolean last = file.u8(at) >= 0x80;
            at += 4 + length(file, at);
            if (!last) continue;
            if ((file.u16(at) & 0xFFFC) != 0xFFF8)
                throw UnfitFile.damaged("The FLAC has no sound.");
            return at;
        }
        throw UnfitFile.damaged("The FLAC has too many parts before its sound.");
    }
}
