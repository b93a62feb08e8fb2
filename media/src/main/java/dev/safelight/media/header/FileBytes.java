package dev.safelight.media.header;

import dev.safelight.core.asset.Inspection.Reason;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bytes of a file by their place, through a window of fixed size. A place that the file does
 * not have is told as {@link UnfitFile}: the file was cut off. Used by one thread.
 */
public final class FileBytes implements AutoCloseable {
    private static final int WINDOW = 1 << 12;

    /** What headers may cost; a GIF, and a JPEG before it is decoded, is looked through. */
    private static final long MOST_READ = 128L << 20;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).position(0).limit(0);
    private long begin;
    private long read;

    private FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    public static FileBytes open(Path file) throws IOException {
        return new FileBytes(FileChannel.open(file));
    }

    public long size() {
        return size;
    }

    /** A byte, 0-255. */
    public int u8(long at) throws IOException, UnfitFile {
        if (at < 0 || at >= size)
            throw UnfitFile.damaged("The file is cut off within its headers.");
        if (at < begin || at >= begin + window.limit()) fill(at);
        return window.get((int) (at - begin)) & 255;
    }

    private void fill(long at) throws IOException, UnfitFile {
        window.clear();
        begin = at;
        while (window.hasRemaining()) {
            if (channel.read(window, at + window.position()) < 0) break;
        }
        window.flip();
        read += window.limit();
        if (read > MOST_READ)
            throw new UnfitFile(Reason.TOO_MUCH, "The file is too long to be looked through.");
        if (!window.hasRemaining()) throw new IOException("the file became shorter");
    }

    /** Two bytes, the great one first. */
    int u16(long at) throws IOException, UnfitFile {
        return u8(at) << 8 | u8(at + 1);
    }

    /** Four bytes, the great one first. */
    long u32(long at) throws IOException, UnfitFile {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** Two bytes, the small one first. */
    int u16little(long at) throws IOException, UnfitFile {
        return u8(at) | u8(at + 1) << 8;
    }

    /** Three bytes, the small one first. */
    int u24little(long at) throws IOException, UnfitFile {
        return u16little(at) | u8(at + 2) << 16;
    }

    /** Four bytes, the small one first. */
    long u32little(long at) throws IOException, UnfitFile {
        return u16little(at) | (long) u16little(at + 2) << 16;
    }

    /** Some bytes as they are. */
    public byte[] bytes(long at, int length) throws IOException, UnfitFile {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) u8(at + i);
        return bytes;
    }

    String word(long at, int length) throws IOException, UnfitFile {
        return new String(bytes(at, length), StandardCharsets.ISO_8859_1);
    }

    /** Whether these characters stand there; what is not there at all is not them. */
    public boolean has(long at, String characters) throws IOException, UnfitFile {
        return at >= 0
                && at + characters.length() <= size
                && word(at, characters.length()).equals(characters);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
