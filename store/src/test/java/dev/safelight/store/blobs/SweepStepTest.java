package dev.safelight.store.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.asset.Content;
import dev.safelight.core.id.Cursor;
import dev.safelight.testkit.simulation.DigestRows;
import dev.safelight.testkit.simulation.ForwardingBlobs;
import dev.safelight.testkit.simulation.MemoryBlobs;
import dev.safelight.testkit.time.VirtualTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one step of a sweep reads, looks at and removes, where there are several pages of each. */
class SweepStepTest {
    private static final int KEPT = 2 * BlobSweep.PAGE + 500;
    private static final int ORPHANS = 3 * BlobSweep.PAGE + 7;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final MemoryBlobs blobs = new MemoryBlobs(time);
    private final List<String> kept = store("kept", KEPT);
    private final Counted counted = new Counted();
    private final BlobSweep sweep = new BlobSweep(counted, new DigestRows(counted::rows));

    private List<String> store(String name, int count) {
        var stored = new ArrayList<String>();
        try {
            for (int i = 0; i < count; i++) {
                var bytes = (name + i).getBytes(StandardCharsets.UTF_8);
                stored.add(blobs.put(Content.of(bytes)).sha256());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return stored;
    }

    /** What a step did. */
    private record Touched(int rows, int files, int removed, boolean goesOn) {
        boolean isAtMostAPage() {
            int most = Math.max(Math.max(rows, files), removed);
            return most <= BlobSweep.PAGE && (rows == 0 || files == 0);
        }
    }

    /** Files and the rows that refer to some of them, counted as they are touched. */
    private final class Counted extends ForwardingBlobs {
        private int rows;
        private int files;
        private int removed;

        private Counted() {
            super(blobs);
        }

        private CompletableFuture<Assets.DigestPage> rows(
                Instant alive, @Nullable Cursor after, int limit) {
            int from = after == null ? 0 : Integer.parseInt(after.text());
            int to = Math.min(kept.size(), from + limit);
            rows += to - from;
            var next = to == kept.size() ? null : new Cursor(String.valueOf(to));
            var page = new Assets.DigestPage(kept.subList(from, to), next);
            return CompletableFuture.completedFuture(page);
        }

        @Override
        public List<String> storedBefore(Instant moment, String after, int limit)
                throws IOException {
            var found = super.storedBefore(moment, after, limit);
            files += found.size();
            return found;
        }

        @Override
        public void remove(String sha256, Instant unlessStoredSince) throws IOException {
            removed++;
            super.remove(sha256, unlessStoredSince);
        }

        Touched during(Instant now) {
            rows = 0;
            files = 0;
            removed = 0;
            boolean goesOn = !sweep.step(now).isAfter(now);
            return new Touched(rows, files, removed, goesOn);
        }
    }

    private List<Touched> steps() {
        var steps = new ArrayList<Touched>();
        do steps.add(counted.during(time.instant()));
        while (steps.getLast().goesOn());
        return steps;
    }

    private List<String> left() {
        return blobs.storedBefore(Instant.MAX, "", Integer.MAX_VALUE);
    }

    @Test
    void is_at_most_a_page_of_rows_or_a_page_of_files() {
        store("orphan", ORPHANS);
        time.pass(Duration.ofHours(2));
        assertThat(steps()).hasSizeGreaterThan(9).allMatch(Touched::isAtMostAPage);
        assertThat(left()).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void removes_nothing_before_every_row_was_read() {
        store("orphan", ORPHANS);
        time.pass(Duration.ofHours(2));
        var steps = steps();
        int firstRemoval = steps.indexOf(
                steps.stream().filter(step -> step.removed() > 0).findFirst().orElseThrow());
        var before = steps.subList(0, firstRemoval);
        assertThat(before.stream().mapToInt(Touched::rows).sum()).isEqualTo(KEPT);
    }

    @Test
    void ends_the_sweep_where_no_file_is_old_enough() {
        assertThat(steps()).containsExactly(new Touched(0, 0, 0, false));
    }

    @Test
    void does_nothing_once_it_was_stopped() {
        store("orphan", ORPHANS);
        time.pass(Duration.ofHours(2));
        for (int i = 0; i < 3; i++) counted.during(time.instant());
        sweep.stop();
        assertThat(counted.during(time.instant())).isEqualTo(new Touched(0, 0, 0, false));
        assertThat(left()).hasSize(KEPT + ORPHANS);
    }
}
