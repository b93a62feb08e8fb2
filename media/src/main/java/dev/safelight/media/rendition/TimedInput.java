package dev.safelight.media.rendition;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file as decoders read it, until its time is over: no decoder is asked to stop, and none goes on
 * without reading. Nothing of it is written to the disk.
 */
final class TimedInput extends ImageInputStreamImpl {
    /** Given at once: a few bytes of a JPEG in passes are a whole pass over its pixels. */
    private static final int PIECE = 256;

    private final RandomAccessFile file;
    private final InstantSource clock;
    private final Instant end;

    TimedInput(Path path, InstantSource clock, Instant end) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.clock = clock;
        this.end = end;
    }

    private void check() throws IOException {
        checkClosed();
        if (clock.instant().isAfter(end)) throw new IOException("decoding takes too long");
        bitOffset = 0;
    }

    @Override
    public int read() throws IOException {
        check();
        int value = file.read();
        if (value >= 0) streamPos++;
        return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        check();
        int count = file.read(into, from, Math.min(length, PIECE));
        if (count > 0) streamPos += count;
        return count;
    }

    @Override
    public void seek(long position) throws IOException {
        super.seek(position);
        file.seek(position);
    }

    @Override
    public long length() {
        try {
            return file.length();
        } catch (IOException unknown) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
