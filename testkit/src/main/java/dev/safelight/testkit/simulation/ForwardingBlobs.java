package dev.safelight.testkit.simulation;

import dev.safelight.core.asset.Arriving;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.ReadableFile;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Hands every call on to others; a test overrides what it wants to see or to come between. */
public class ForwardingBlobs implements Blobs {
    private final Blobs blobs;

    public ForwardingBlobs(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public Blob put(Content content) throws IOException {
        return blobs.put(content);
    }

    @Override
    public Arriving receive() throws IOException {
        return blobs.receive();
    }

    @Override
    public SeekableByteChannel open(String sha256) throws IOException {
        return blobs.open(sha256);
    }

    @Override
    public ReadableFile file(String sha256) throws IOException {
        return blobs.file(sha256);
    }

    @Override
    public void place(String sha256, Path name) throws IOException {
        blobs.place(sha256, name);
    }

    @Override
    public List<String> storedBefore(Instant moment, String after, int limit) throws IOException {
        return blobs.storedBefore(moment, after, limit);
    }

    @Override
    public void remove(String sha256, Instant unlessStoredSince) throws IOException {
        blobs.remove(sha256, unlessStoredSince);
    }
}
