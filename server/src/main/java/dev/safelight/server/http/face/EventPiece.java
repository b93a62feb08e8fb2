package dev.safelight.server.http.face;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Some events of a stream that are sent together: as many as fit into 64 KiB, or one that is longer
 * by itself. For use by one thread.
 */
public final class EventPiece {
    /** No more of a stream is in memory at a time, unless one event alone is longer. */
    public static final int MOST_BYTES = 64 << 10;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    private boolean isLast;

    /** Adds an event; false, and nothing is added, when there is no room beside the others. */
    public boolean add(ServerEvent event) {
        byte[] lines = event.lines().getBytes(StandardCharsets.UTF_8);
        if (bytes.size() > 0 && bytes.size() + lines.length > MOST_BYTES) return false;
        bytes.writeBytes(lines);
        return true;
    }

    /** The stream ends after this. */
    public EventPiece last() {
        isLast = true;
        return this;
    }

    public boolean isLast() {
        return isLast;
    }

    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
