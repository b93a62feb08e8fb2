package dev.safelight.testkit.contract;

import dev.safelight.core.asset.Blobs;

import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Random;

/** The bytes that the tests of keepers store, and how they are read back. */
final class SampleBytes {
    private SampleBytes() {}

    /** Bytes that are different for each seed. */
    static byte[] bytes(int seed) {
        var bytes = new byte[1 + seed * 37 % 5_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] read(Blobs from, String sha256) throws IOException {
        try (var channel = from.open(sha256)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }
}
