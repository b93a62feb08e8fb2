package dev.safelight.core.library;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.asset.RenditionMaker;
import dev.safelight.core.time.Step;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at files after they were stored: makes smaller pictures of them, one file a step. What
 * cannot be decoded is failed. Where nothing can be written the file waits; one that cannot be read
 * is tried again a few times. After what a task made it rests: an upgrade may leave it a million of
 * those, and the machine is for whoever waits. Blocks: stepped by a platform thread of its own.
 */
public final class Study implements Step {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMillis(50);

    private final StudyQueue queue;
    private final Blobs blobs;
    private final RenditionMaker maker;
    private boolean isTired;
    private volatile boolean stopping;

    public Study(StudyQueue queue, Blobs blobs, RenditionMaker maker) {
        this.queue = queue;
        this.blobs = blobs;
        this.maker = maker;
    }

    /** Takes no further file. Any thread. */
    public void stop() {
        stopping = true;
    }

    @Override
    public Instant step(Instant now) {
        if (stopping) return now.plus(PAUSE);
        // A step of its own: the moment that this one was given is from before its work.
        if (isTired) return rest(now);
        try {
            var next = queue.take().join();
            if (next.isEmpty()) return now.plus(IDLE);
            lookAt(next.get());
            isTired = next.get().maker() != null;
            return now;
        } catch (IOException | RuntimeException fault) {
            System.getLogger(Study.class.getName())
                    .log(System.Logger.Level.WARNING, "a file waits to be looked at", fault);
            return now.plus(PAUSE);
        }
    }

    private Instant rest(Instant now) {
        isTired = false;
        return now.plus(REST);
    }

    private void lookAt(Asset asset) throws IOException {
        var id = asset.file().id();
        var made = made(asset);
        if (made == null) queue.failed(id).join();
        else queue.done(id, stored(asset, made)).join();
    }

    /** Null when the file cannot be decoded. */
    private @Nullable List<RenditionMaker.Made> made(Asset asset) throws IOException {
        var file = asset.file();
        try (var readable = blobs.file(file.blob().sha256())) {
            try {
                var facts = FileFacts.read(file.facts());
                return maker.make(readable.path(), file.contentType(), facts);
            } catch (IOException | RuntimeException unreadable) {
                readThrough(readable.path());
                return null;
            }
        }
    }

    /** A disk that does not give the bytes says nothing about the file: this fails then. */
    private static void readThrough(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private List<Rendition> stored(Asset asset, List<RenditionMaker.Made> made) throws IOException {
        try {
            var stored = new ArrayList<Rendition>();
            for (var each : made) {
                var blob = blobs.put(each.content());
                stored.add(new Rendition(
                        each.size(), blob, each.contentType(), each.width(), each.height()));
            }
            return stored;
        } catch (IOException noRoom) {
            queue.putBack(asset.file().id()).join();
            throw noRoom;
        }
    }
}
