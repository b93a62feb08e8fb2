package dev.safelight.testkit.simulation;

import dev.safelight.core.asset.Blobs;
import dev.safelight.testkit.contract.BlobsContract;

import java.time.InstantSource;

class MemoryBlobsTest extends BlobsContract {
    @Override
    protected Blobs open(InstantSource clock) {
        return new MemoryBlobs(clock);
    }
}
