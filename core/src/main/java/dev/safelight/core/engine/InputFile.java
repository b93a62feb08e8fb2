package dev.safelight.core.engine;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.FileFacts;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a job's input names. Its bytes stay as long as the task lives. Used on the run's own
 * thread.
 */
public final class InputFile {
    private final Asset asset;
    private final Blobs blobs;
    private final Folder scratch;

    /** Where a run keeps what it needs for itself; made when it is first asked for. */
    @FunctionalInterface
    public interface Folder {
        Path open() throws IOException;
    }

    /**
     * @param scratch the folder of the run that opens it
     */
    public InputFile(Asset asset, Blobs blobs, Folder scratch) {
        this.asset = asset;
        this.blobs = blobs;
        this.scratch = scratch;
    }

    /** Its row: whose it is, how long, its name for people. */
    public Asset asset() {
        return asset;
    }

    /** As in {@code video/mp4}; what its bytes are, whatever its name says. */
    public String contentType() {
        return asset.file().contentType();
    }

    /** What is known of its contents. */
    public FileFacts facts() {
        return FileFacts.read(asset.file().facts());
    }

    /** Opens the bytes for reading at any position. */
    public SeekableByteChannel open() throws IOException {
        return blobs.open(asset.file().blob().sha256());
    }

    /**
     * The bytes under a path in the run's scratch folder, for programs: to be read, never written,
     * for it may be the stored file under a second name.
     */
    public Path path() throws IOException {
        Path path = scratch.open().resolve("input-" + asset.file().id());
        if (!Files.exists(path)) blobs.place(asset.file().blob().sha256(), path);
        return path;
    }
}
