package dev.safelight.testkit.contract;

import static dev.safelight.testkit.contract.SampleBytes.bytes;
import static dev.safelight.testkit.contract.SampleBytes.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Arriving;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** What every keeper of bytes has to do with those that come piece by piece. */
abstract class ArrivingContract {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path scratch;

    final VirtualTime time = new VirtualTime(NOON);
    Blobs blobs;

    /** Opens a fresh and empty one that notes when bytes were stored by this clock. */
    protected abstract Blobs open(InstantSource clock) throws IOException;

    @BeforeEach
    void set() throws IOException {
        blobs = open(time);
    }

    List<String> all() throws IOException {
        return blobs.storedBefore(Instant.MAX, "", 1_000);
    }

    @Nested
    class WhatArrives {
        private Arriving arriving(byte[] all) throws IOException {
            var file = blobs.receive();
            for (int at = 0; at < all.length; at += 7)
                file.add(ByteBuffer.wrap(all, at, Math.min(7, all.length - at)));
            return file;
        }

        private Blob store(byte[] all) throws IOException {
            try (var file = arriving(all)) {
                return file.store();
            }
        }

        @Test
        void is_stored_as_if_it_had_come_at_once() throws IOException {
            var stored = store(bytes(1));
            assertThat(read(blobs, stored.sha256())).isEqualTo(bytes(1));
            assertThat(all()).containsExactly(stored.sha256());
            assertThat(blobs.put(Content.of(bytes(1)))).isEqualTo(stored);
        }

        @Test
        void is_stored_without_any_byte_too() throws IOException {
            var stored = store(new byte[0]);
            assertThat(stored).isEqualTo(blobs.put(Content.of(new byte[0])));
        }

        @Test
        void is_a_file_as_far_as_it_has_come_and_is_in_no_list() throws IOException {
            byte[] half = Arrays.copyOf(bytes(2), bytes(2).length / 2);
            try (var file = arriving(half)) {
                assertThat(file.file()).hasBinaryContent(half);
                file.add(ByteBuffer.wrap(bytes(2), half.length, bytes(2).length - half.length));
                assertThat(file.file()).hasBinaryContent(bytes(2));
                assertThat(all()).isEmpty();
            }
        }

        @Test
        void leaves_each_piece_read_to_its_end_and_unchanged() throws IOException {
            byte[] piece = bytes(3);
            try (var file = blobs.receive()) {
                var buffer = ByteBuffer.wrap(piece);
                file.add(buffer);
                assertThat(buffer.hasRemaining()).isFalse();
                assertThat(piece).isEqualTo(bytes(3));
            }
        }

        @Test
        void leaves_nothing_when_it_is_closed_before_it_is_stored() throws IOException {
            Path half;
            try (var file = arriving(bytes(4))) {
                half = file.file();
            }
            assertThat(half).doesNotExist();
            assertThat(all()).isEmpty();
        }

        @Test
        void leaves_no_second_file_once_it_is_stored() throws IOException {
            Path half;
            try (var file = arriving(bytes(5))) {
                half = file.file();
                file.store();
            }
            assertThat(half).doesNotExist();
        }

        @Test
        void twice_with_equal_bytes_is_there_once() throws IOException {
            assertThat(store(bytes(6))).isEqualTo(store(bytes(6)));
            assertThat(all()).hasSize(1);
        }

        @Test
        void beside_another_is_kept_apart_from_it() throws IOException {
            try (var one = arriving(bytes(7));
                    var other = arriving(bytes(8))) {
                other.add(ByteBuffer.wrap(bytes(9)));
                assertThat(read(blobs, one.store().sha256())).isEqualTo(bytes(7));
                assertThat(read(blobs, other.store().sha256()))
                        .startsWith(bytes(8))
                        .endsWith(bytes(9));
            }
        }
    }

    @Nested
    class WhatIsTakenBack {
        private Blob withdraw(byte[] all) throws IOException {
            try (var file = blobs.receive()) {
                file.add(ByteBuffer.wrap(all));
                var stored = file.store();
                file.withdraw();
                return stored;
            }
        }

        @Test
        void is_not_there_any_more_and_can_come_again() throws IOException {
            var gone = withdraw(bytes(1));
            assertThat(all()).isEmpty();
            assertThat(blobs.put(Content.of(bytes(1)))).isEqualTo(gone);
            assertThat(read(blobs, gone.sha256())).isEqualTo(bytes(1));
        }

        @Test
        void stays_when_it_was_there_before() throws IOException {
            blobs.put(Content.of(bytes(2)));
            assertThat(read(blobs, withdraw(bytes(2)).sha256())).isEqualTo(bytes(2));
        }

        @Test
        void stays_when_somebody_has_stored_it_since() throws IOException {
            try (var file = blobs.receive()) {
                file.add(ByteBuffer.wrap(bytes(3)));
                file.store();
                var again = blobs.put(Content.of(bytes(3)));
                file.withdraw();
                assertThat(read(blobs, again.sha256())).isEqualTo(bytes(3));
            }
        }

        @Test
        void stays_when_it_was_removed_and_stored_again_since() throws IOException {
            try (var file = blobs.receive()) {
                file.add(ByteBuffer.wrap(bytes(4)));
                var first = file.store();
                blobs.remove(first.sha256(), Instant.MAX);
                blobs.put(Content.of(bytes(4)));
                file.withdraw();
                assertThat(read(blobs, first.sha256())).isEqualTo(bytes(4));
            }
        }

        @Test
        void is_nothing_where_nothing_was_stored() throws IOException {
            blobs.put(Content.of(bytes(5)));
            try (var file = blobs.receive()) {
                file.add(ByteBuffer.wrap(bytes(5)));
                file.withdraw();
            }
            assertThat(all()).hasSize(1);
        }
    }
}
