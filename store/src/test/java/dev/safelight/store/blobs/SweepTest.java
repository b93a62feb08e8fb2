package dev.safelight.store.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.asset.Content;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.StoreFault;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

class SweepTest {
    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));

    /** Rows that refer to nothing, or cannot be read. */
    private record Rows(Supplier<CompletableFuture<DigestPage>> page) implements Assets {
        @Override
        public CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id) {
            return find(id);
        }

        @Override
        public CompletableFuture<Optional<Asset>> find(AssetId id) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletableFuture<DigestPage> digests(long after, int limit) {
            return page.get();
        }
    }

    private FolderBlobs withAnOldBlob() throws IOException {
        var blobs = FolderBlobs.open(folder, time);
        blobs.put(Content.of("old".getBytes(StandardCharsets.UTF_8)));
        time.pass(Duration.ofHours(2));
        return blobs;
    }

    private Instant sweep(FolderBlobs blobs, Supplier<CompletableFuture<Assets.DigestPage>> page) {
        return new BlobSweep(blobs, new Rows(page)).step(time.instant());
    }

    @Test
    void what_is_not_a_blob_is_left_alone_and_keeps_nothing_from_being_swept() throws IOException {
        Files.createDirectories(folder.resolve("00"));
        var strange = List.of("00/.DS_Store", "00/0123", "01", "00/" + "f".repeat(64));
        for (var name : strange) Files.writeString(folder.resolve(name), "not ours");
        var blobs = withAnOldBlob();
        assertThat(blobs.storedBefore(time.instant(), "", 10)).hasSize(1);
        sweep(blobs, () -> CompletableFuture.completedFuture(new Assets.DigestPage(List.of(), 0)));
        assertThat(blobs.storedBefore(time.instant(), "", 10)).isEmpty();
        assertThat(strange).allSatisfy(name -> assertThat(folder.resolve(name)).exists());
    }

    @Test
    void one_that_is_stopped_removes_nothing_more() throws IOException {
        var blobs = withAnOldBlob();
        var stopped = new AtomicReference<BlobSweep>();
        stopped.set(new BlobSweep(blobs, new Rows(() -> {
            stopped.get().stop();
            return CompletableFuture.completedFuture(new Assets.DigestPage(List.of(), 0));
        })));
        stopped.get().step(time.instant());
        assertThat(blobs.storedBefore(time.instant(), "", 10)).hasSize(1);
    }

    @Test
    void rows_that_cannot_be_read_are_asked_again_after_the_usual_pause() throws IOException {
        var next = sweep(
                withAnOldBlob(),
                () -> CompletableFuture.failedFuture(
                        new StoreFault(StoreFault.Kind.BROKEN, "unreadable")));
        assertThat(next).isEqualTo(time.instant().plus(Duration.ofMinutes(10)));
    }
}
