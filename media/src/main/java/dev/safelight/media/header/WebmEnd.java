package dev.safelight.media.header;

import java.io.IOException;

/**
 * How long a WebM is that does not say it, as recorders that write while they record leave it: by
 * the time of its last block, which is looked for near the end of the file.
 */
public final class WebmEnd {
    private static final long MOST_READ = 8 << 20;
    private static final int BEGINNING = 4_096;
    private static final long CLUSTER = 0x1F43B675L;
    private static final int TIME = 0xE7;
    private static final int GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final double NANOS = 1e-9;

    private WebmEnd() {}

    /** Seconds from zero to the last block; 0 where none is found. */
    public static double seconds(FileBytes file) throws IOException, UnfitFile {
        long last = -1;
        for (long at = Math.max(0, file.size() - MOST_READ); at + 8 <= file.size(); at++)
            if (file.u8(at) == 0x1F && file.u32(at) == CLUSTER) last = at;
        return last < 0 ? 0 : lastTime(file, last + 4) * scale(file) * NANOS;
    }

    /** Nanoseconds of a tick: a million where nothing is said. */
    private static long scale(FileBytes file) throws IOException, UnfitFile {
        long end = Math.min(file.size() - 12, BEGINNING);
        for (long at = 0; at < end; at++)
            if (file.u8(at) == 0x2A && file.u16(at + 1) == 0xD7B1) return value(file, at + 3);
        return 1_000_000;
    }

    private static long lastTime(FileBytes file, long cluster) throws IOException, UnfitFile {
        long at = cluster + width(file, cluster);
        long begin = 0;
        long last = 0;
        while (at + 8 < file.size()) {
            // Blocks and times have names of one byte; what has a longer one stands behind them.
            int kind = file.u8(at++);
            if (kind < 0x80) break;
            int width = width(file, at);
            long length = length(file, at);
            // What says that it is longer than anything can be would lead back, and round and
            // round.
            if (width > 8 || length < 0) break;
            if (kind == TIME) begin = value(file, at);
            else if (kind == BLOCK || kind == SIMPLE_BLOCK)
                last = Math.max(last, (short) file.u16(at + width + 1));
            at += width + (kind == GROUP ? 0 : length);
        }
        return begin + last;
    }

    /** Bytes that a length takes itself. */
    private static int width(FileBytes file, long at) throws IOException, UnfitFile {
        return Integer.numberOfLeadingZeros(file.u8(at) << 24 | 1 << 23) + 1;
    }

    private static long length(FileBytes file, long at) throws IOException, UnfitFile {
        int width = width(file, at);
        long length = file.u8(at) & 0xFF >> width;
        for (int i = 1; i < width; i++) length = length << 8 | file.u8(at + i);
        return length;
    }

    /** A number behind its length; none is longer than four bytes here. */
    private static long value(FileBytes file, long at) throws IOException, UnfitFile {
        long value = 0;
        int length = (int) Math.min(4, length(file, at));
        for (int i = 0; i < length; i++) value = value << 8 | file.u8(at + width(file, at) + i);
        return value;
    }
}
