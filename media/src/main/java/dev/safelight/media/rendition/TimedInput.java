package dev.safelight.media.rendition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * An excerpt of a file as decoders read it, until its time is over: no decoder is asked to stop,
 * and none goes on without reading. Nothing of it is written to the disk.
 */
final class TimedInput extends ImageInputStreamImpl {
    /** Given at once: a few bytes of a JPEG in passes are a whole pass over its pixels. */
    private static final int PIECE = 256;

    private final FileChannel file;
    private final Excerpt excerpt;
    private final InstantSource clock;
    private final Instant end;

    TimedInput(Path path, Excerpt excerpt, InstantSource clock, Instant end) throws IOException {
        this.file = FileChannel.open(path);
        this.excerpt = excerpt;
        this.clock = clock;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 1 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        checkClosed();
        if (clock.instant().isAfter(end)) throw new IOException("decoding takes too long");
        bitOffset = 0;
        int count =
                excerpt.read(file, streamPos, ByteBuffer.wrap(into, from, Math.min(length, PIECE)));
        if (count > 0) streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return excerpt.length();
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
