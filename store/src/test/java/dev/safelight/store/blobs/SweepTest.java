package dev.safelight.store.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.StoreFault;
import dev.safelight.testkit.simulation.DigestRows;
import dev.safelight.testkit.simulation.ForwardingBlobs;
import dev.safelight.testkit.simulation.MemoryBlobs;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

class SweepTest {
    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));

    private FolderBlobs withAnOldBlob() throws IOException {
        var blobs = FolderBlobs.open(folder, time);
        blobs.put(Content.of("old".getBytes(StandardCharsets.UTF_8)));
        time.pass(Duration.ofHours(2));
        return blobs;
    }

    private static Assets rows(Supplier<CompletableFuture<Assets.DigestPage>> page) {
        return new DigestRows((alive, after, limit) -> page.get());
    }

    private Instant sweep(Blobs blobs, Supplier<CompletableFuture<Assets.DigestPage>> page) {
        return sweep(new BlobSweep(blobs, rows(page)));
    }

    /** Steps until it rests, and returns when it wants to go on. */
    private Instant sweep(BlobSweep sweep) {
        Instant next;
        do next = sweep.step(time.instant());
        while (!next.isAfter(time.instant()));
        return next;
    }

    @Test
    void what_is_not_a_blob_is_left_alone_and_keeps_nothing_from_being_swept() throws IOException {
        Files.createDirectories(folder.resolve("00"));
        var strange = List.of("00/.DS_Store", "00/0123", "01", "00/" + "f".repeat(64));
        for (var name : strange) Files.writeString(folder.resolve(name), "not ours");
        var blobs = withAnOldBlob();
        assertThat(blobs.storedBefore(time.instant(), "", 10)).hasSize(1);
        sweep(
                blobs,
                () -> CompletableFuture.completedFuture(new Assets.DigestPage(List.of(), null)));
        assertThat(blobs.storedBefore(time.instant(), "", 10)).isEmpty();
        assertThat(strange).allSatisfy(name -> assertThat(folder.resolve(name)).exists());
    }

    /** Pages of one digest each, as few as a page may hold. */
    private static Supplier<CompletableFuture<Assets.DigestPage>> onePageEach(List<String> rows) {
        return pagesOf(new ArrayDeque<>(rows));
    }

    private static Supplier<CompletableFuture<Assets.DigestPage>> pagesOf(Queue<String> left) {
        return () -> CompletableFuture.completedFuture(
                left.isEmpty()
                        ? new Assets.DigestPage(List.of(), null)
                        : new Assets.DigestPage(List.of(left.remove()), new Cursor("more")));
    }

    private static List<String> store(Blobs blobs, int from, int to) throws IOException {
        var stored = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            var bytes = ("file " + i).getBytes(StandardCharsets.UTF_8);
            stored.add(blobs.put(Content.of(bytes)).sha256());
        }
        return stored;
    }

    private static List<String> left(Blobs blobs) throws IOException {
        return blobs.storedBefore(Instant.MAX, "", 10_000);
    }

    @Test
    void young_files_stay_until_they_are_an_hour_old() throws IOException {
        var blobs = new MemoryBlobs(time);
        store(blobs, 0, 5);
        time.pass(Duration.ofMinutes(30));
        var young = store(blobs, 5, 10);
        time.pass(Duration.ofMinutes(30));
        sweep(blobs, onePageEach(List.of()));
        assertThat(left(blobs)).hasSize(10);
        time.pass(Duration.ofMillis(1));
        sweep(blobs, onePageEach(List.of()));
        assertThat(left(blobs)).containsExactlyInAnyOrderElementsOf(young);
        time.pass(Duration.ofMinutes(30));
        sweep(blobs, onePageEach(List.of()));
        assertThat(left(blobs)).isEmpty();
    }

    @Test
    void of_many_old_files_those_stay_that_a_row_refers_to() throws IOException {
        var blobs = new MemoryBlobs(time);
        var kept = store(blobs, 0, 1_500);
        store(blobs, 1_500, 2_000);
        time.pass(Duration.ofHours(2));
        sweep(blobs, onePageEach(kept));
        assertThat(left(blobs)).containsExactlyInAnyOrderElementsOf(kept);
    }

    /** Something happens between the list of old files and all that a sweep does with it. */
    private static final class Interrupted extends ForwardingBlobs {
        private final Runnable meanwhile;

        private Interrupted(Blobs blobs, Runnable meanwhile) {
            super(blobs);
            this.meanwhile = meanwhile;
        }

        @Override
        public List<String> storedBefore(Instant moment, String after, int limit)
                throws IOException {
            var found = super.storedBefore(moment, after, limit);
            if (after.isEmpty()) meanwhile.run();
            return found;
        }
    }

    @Test
    void a_file_stays_whose_row_comes_or_that_comes_again_while_the_sweep_is_on()
            throws IOException {
        var blobs = FolderBlobs.open(folder, time);
        var stored = store(blobs, 0, 6);
        time.pass(Duration.ofHours(2));
        var rows = new ArrayDeque<String>();
        var again = new Interrupted(blobs, () -> {
            rows.addAll(stored.subList(0, 2));
            try {
                store(blobs, 2, 4);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        sweep(new BlobSweep(again, rows(pagesOf(rows))));
        assertThat(left(blobs)).containsExactlyInAnyOrderElementsOf(stored.subList(0, 4));
    }

    @Test
    void one_that_is_stopped_removes_nothing_more() throws IOException {
        var blobs = withAnOldBlob();
        var stopped = new AtomicReference<BlobSweep>();
        stopped.set(new BlobSweep(blobs, rows(() -> {
            stopped.get().stop();
            return CompletableFuture.completedFuture(new Assets.DigestPage(List.of(), null));
        })));
        sweep(stopped.get());
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
