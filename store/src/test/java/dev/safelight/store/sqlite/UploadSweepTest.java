package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;
import dev.safelight.core.upload.Upload;
import dev.safelight.core.upload.UploadStore;
import dev.safelight.core.upload.UploadSweep;
import dev.safelight.core.upload.UploadVerdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a sweep of uploads asks for, and when it wants to go on. */
class UploadSweepTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(10));

    private final Rows rows = new Rows();
    private final UploadSweep sweep = new UploadSweep(rows);

    /** So many rows that ended, of each kind. */
    private static final class Rows implements UploadStore {
        private int ended;
        private int expired;
        private boolean isBroken;
        private final List<Instant> asked = new ArrayList<>();

        private CompletableFuture<Integer> page(int left, int limit) {
            return isBroken
                    ? CompletableFuture.failedFuture(
                            new StoreFault(StoreFault.Kind.BROKEN, "no room"))
                    : CompletableFuture.completedFuture(Math.min(left, limit));
        }

        @Override
        public CompletableFuture<Integer> forget(Instant before, int limit) {
            asked.add(before);
            var page = page(ended, limit);
            ended -= Math.min(ended, limit);
            return page;
        }

        @Override
        public CompletableFuture<Integer> expire(Instant moment, int limit) {
            asked.add(moment);
            var page = page(expired, limit);
            expired -= Math.min(expired, limit);
            return page;
        }

        @Override
        public CompletableFuture<UploadVerdict> begin(
                NewUpload upload, Instant until, int mostPending) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Optional<Upload>> find(AssetId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<UploadVerdict> finish(AssetId id, Received received) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<UploadVerdict> add(NewUpload upload, Received received) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Boolean> refuse(AssetId id, Inspection.Refused why) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Long> used(AccountId account) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void forgets_what_ended_a_day_ago_and_ends_what_has_expired() {
        assertThat(sweep.step(NOON)).isEqualTo(LATER);
        assertThat(rows.asked).containsExactly(NOON.minus(Duration.ofDays(1)), NOON);
    }

    @Test
    void goes_on_at_once_while_a_page_was_full() {
        rows.ended = UploadSweep.PAGE + 1;
        assertThat(sweep.step(NOON)).isEqualTo(NOON);
        assertThat(sweep.step(NOON)).isEqualTo(LATER);
        rows.expired = 2 * UploadSweep.PAGE;
        assertThat(sweep.step(NOON)).isEqualTo(NOON);
        assertThat(sweep.step(NOON)).isEqualTo(NOON);
        assertThat(sweep.step(NOON)).isEqualTo(LATER);
    }

    @Test
    void comes_again_after_its_pause_where_nothing_can_be_written() {
        rows.isBroken = true;
        assertThat(sweep.step(NOON)).isEqualTo(LATER);
    }

    @Test
    void asks_for_nothing_once_it_was_stopped() {
        sweep.stop();
        assertThat(sweep.step(NOON)).isAfter(NOON);
        assertThat(rows.asked).isEmpty();
    }
}
