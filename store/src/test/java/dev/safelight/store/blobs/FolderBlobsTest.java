package dev.safelight.store.blobs;

import dev.safelight.core.asset.Blobs;
import dev.safelight.testkit.contract.BlobsContract;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

class FolderBlobsTest extends BlobsContract {
    @TempDir
    Path folder;

    @Override
    protected Blobs open(InstantSource clock) throws IOException {
        return FolderBlobs.open(folder, clock);
    }
}
