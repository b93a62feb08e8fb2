package dev.safelight.media.rendition;

import dev.safelight.media.header.FileBytes;
import dev.safelight.media.header.PngHeader;
import dev.safelight.media.header.Range;
import dev.safelight.media.header.UnfitFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * What of a file a decoder is given, one after the other: decoders keep parts that they do not
 * need, however long a stranger made them.
 */
final class Excerpt {
    private static final int FIRST = 8;
    private static final int SIDES = 13;

    private final byte[] head;
    private final NavigableMap<Long, Range> byPlace = new TreeMap<>();
    private final long length;

    /** @param head what comes before all that is taken from the file */
    private Excerpt(byte[] head, List<Range> ranges) {
        this.head = head;
        long at = head.length;
        for (var range : ranges) {
            if (range.length() > 0) byPlace.put(at, range);
            at += Math.max(0, range.length());
        }
        this.length = at;
    }

    /** Of the ranges alone. */
    static Excerpt of(List<Range> ranges) {
        return new Excerpt(new byte[0], ranges);
    }

    /**
     * The pixels of a PNG. Numbers of colours are said to be grey: of a picture with numbered
     * colours the decoder keeps every part of the file, also of what lies behind its pixels.
     */
    static Excerpt of(PngHeader png, FileBytes file) throws IOException, UnfitFile {
        var head = new ByteArrayOutputStream();
        head.writeBytes(file.bytes(0, FIRST));
        var sides = file.bytes(FIRST + 8, SIDES);
        if (png.isNumbered()) sides[9] = 0;
        head.writeBytes(chunk("IHDR", sides));
        var clear = png.parts().clearness();
        if (png.kind() <= 2 && clear.length() > 0)
            head.writeBytes(chunk("tRNS", file.bytes(clear.from(), (int) clear.length())));
        return new Excerpt(head.toByteArray(), List.of(new Range(png.parts().data(), file.size())));
    }

    long length() {
        return length;
    }

    /** Some of the bytes from a place on; -1 behind the last. */
    int read(FileChannel file, long at, ByteBuffer into) throws IOException {
        if (at < head.length) {
            int count = (int) Math.min(into.remaining(), head.length - at);
            into.put(head, (int) at, count);
            return count;
        }
        var found = byPlace.floorEntry(at);
        if (found == null || at >= length) return -1;
        long from = found.getValue().from() + at - found.getKey();
        long left = found.getValue().to() - from;
        into.limit((int) Math.min(into.limit(), into.position() + left));
        return file.read(into, from);
    }

    private static byte[] chunk(String type, byte[] data) {
        var chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
        chunk.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(data);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
