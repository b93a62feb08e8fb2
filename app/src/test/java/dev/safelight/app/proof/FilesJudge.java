package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.BlobSweep;
import dev.safelight.store.blobs.FolderBlobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * I7, on the folder of a server that has ended: every row has its file, and no file is nobody's.
 */
final class FilesJudge {
    private final Path data;

    FilesJudge(Path data) {
        this.data = data;
    }

    void judge() throws IOException {
        var later = Instant.now().plus(Duration.ofHours(2));
        try (var store = Remains.store(data)) {
            var blobs = FolderBlobs.open(data.resolve("blobs"), () -> later);
            var sweep = new BlobSweep(blobs, store.assets());
            var next = later;
            while (!next.isAfter(later)) next = sweep.step(later);
            Set<String> wanted = new HashSet<>();
            var page = store.assets().digests(Instant.EPOCH, null, 1_000).join();
            wanted.addAll(page.digests());
            while (page.next() != null) {
                page = store.assets().digests(Instant.EPOCH, page.next(), 1_000).join();
                wanted.addAll(page.digests());
            }
            assertThat(files()).as("files after the sweep, by their bytes").isEqualTo(wanted);
        }
    }

    /** What the files' bytes are, whatever they are called. */
    private Set<String> files() throws IOException {
        Set<String> digests = new HashSet<>();
        try (var files = Files.walk(data.resolve("blobs"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                digests.add(sha256(Files.readAllBytes(file)));
        }
        return digests;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
