package dev.safelight.testkit.contract;

import static dev.safelight.testkit.contract.SampleBytes.bytes;
import static dev.safelight.testkit.contract.SampleBytes.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Content;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What every keeper of bytes has to do. Its own test extends this and opens a fresh one for each
 * test. What a power cut leaves is not asked here: memory has no answer to that.
 */
public abstract class BlobsContract extends ArrivingContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private Blob put(byte... bytes) throws IOException {
        return blobs.put(Content.of(bytes));
    }

    @Nested
    class WhatIsStored {
        @Test
        void is_named_by_its_digest_and_counted() throws IOException {
            var abc = put((byte) 'a', (byte) 'b', (byte) 'c');
            assertThat(abc)
                    .isEqualTo(new Blob(
                            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
            var nothing = put();
            assertThat(nothing)
                    .isEqualTo(new Blob(
                            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0));
            assertThat(read(blobs, nothing.sha256())).isEmpty();
        }

        @Test
        void has_a_second_name_for_who_wants_a_path_and_stays_when_that_goes() throws IOException {
            var stored = put((byte) 'a', (byte) 'b');
            var name = scratch.resolve("second");
            blobs.place(stored.sha256(), name);
            assertThat(name).hasBinaryContent(new byte[] {'a', 'b'});
            assertThatThrownBy(() -> blobs.place(stored.sha256(), name))
                    .isInstanceOf(FileAlreadyExistsException.class);
            Files.delete(name);
            assertThat(read(blobs, stored.sha256())).hasSize(2);
        }

        @Test
        void that_is_not_there_gets_no_second_name() {
            var name = scratch.resolve("second");
            assertThatThrownBy(() -> blobs.place("0".repeat(64), name))
                    .isInstanceOf(NoSuchFileException.class);
            assertThat(name).doesNotExist();
        }

        @Test
        void is_kept_apart_from_everything_that_differs() throws IOException {
            var stored = new ArrayList<Blob>();
            for (int seed = 0; seed < 300; seed++) stored.add(put(bytes(seed)));
            for (int seed = 0; seed < 300; seed++) {
                var blob = stored.get(seed);
                assertThat(read(blobs, blob.sha256())).isEqualTo(bytes(seed)).hasSize((int)
                        blob.bytes());
            }
            assertThat(all())
                    .isEqualTo(List.copyOf(
                            new TreeSet<>(stored.stream().map(Blob::sha256).toList())));
        }

        @Test
        void is_there_once_however_often_it_came() throws IOException {
            var first = put(bytes(7));
            assertThat(put(bytes(7))).isEqualTo(first);
            assertThat(all()).containsExactly(first.sha256());
        }

        @Test
        void may_come_from_a_file_that_goes_away() throws IOException {
            var file = Files.write(scratch.resolve("made"), bytes(8));
            var blob = blobs.put(Content.of(file));
            assertThat(file).exists();
            Files.delete(file);
            assertThat(read(blobs, blob.sha256())).isEqualTo(bytes(8));
            assertThat(blob).isEqualTo(put(bytes(8)));
        }

        @Test
        void can_be_read_from_any_position_by_many_at_once() throws IOException {
            var blob = put(bytes(9));
            try (var one = blobs.open(blob.sha256());
                    var other = blobs.open(blob.sha256())) {
                assertThat(one.size()).isEqualTo(blob.bytes());
                var tail = ByteBuffer.allocate(100);
                one.position(200);
                while (tail.hasRemaining()) one.read(tail);
                assertThat(tail.array()).isEqualTo(Arrays.copyOfRange(bytes(9), 200, 300));
                assertThat(one.position()).isEqualTo(300);
                assertThat(other.position()).isZero();
                one.position(blob.bytes());
                assertThat(one.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            }
        }

        @Test
        void can_be_read_as_a_file_while_that_is_open() throws IOException {
            var blob = put(bytes(10));
            try (var file = blobs.file(blob.sha256())) {
                assertThat(file.path()).hasBinaryContent(bytes(10));
            }
            assertThat(read(blobs, blob.sha256())).isEqualTo(bytes(10));
        }

        @Test
        void is_nothing_when_it_breaks_off_half_way() throws IOException {
            var broken = Files.createDirectory(scratch.resolve("no file"));
            assertThatThrownBy(() -> blobs.put(Content.of(broken))).isInstanceOf(IOException.class);
            assertThat(all()).isEmpty();
        }
    }

    @Nested
    class WhatIsNotThere {
        private final String nobodys = "0".repeat(64);

        @Test
        void cannot_be_opened() throws IOException {
            put(bytes(1));
            assertThatThrownBy(() -> blobs.open(nobodys)).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> blobs.file(nobodys)).isInstanceOf(NoSuchFileException.class);
        }

        @Test
        void is_removed_without_a_word() throws IOException {
            var blob = put(bytes(1));
            blobs.remove(nobodys, Instant.MAX);
            assertThat(all()).containsExactly(blob.sha256());
        }
    }

    @Nested
    class ByAge {
        @Test
        void only_what_was_stored_before_the_moment_is_listed() throws IOException {
            var first = put(bytes(1));
            time.pass(HOUR);
            var second = put(bytes(2));
            assertThat(blobs.storedBefore(NOON, "", 9)).isEmpty();
            assertThat(blobs.storedBefore(NOON.plusMillis(1), "", 9))
                    .containsExactly(first.sha256());
            assertThat(blobs.storedBefore(NOON.plus(HOUR), "", 9)).containsExactly(first.sha256());
            assertThat(blobs.storedBefore(NOON.plus(HOUR).plusMillis(1), "", 9))
                    .containsExactlyInAnyOrder(first.sha256(), second.sha256());
        }

        @Test
        void pages_follow_each_other_in_order_and_miss_none() throws IOException {
            for (int seed = 0; seed < 100; seed++) put(bytes(seed));
            for (int limit : new int[] {1, 7, 50, 100}) {
                var found = new ArrayList<String>();
                var page = blobs.storedBefore(Instant.MAX, "", limit);
                while (!page.isEmpty()) {
                    assertThat(page).hasSizeLessThanOrEqualTo(limit);
                    found.addAll(page);
                    page = blobs.storedBefore(Instant.MAX, page.getLast(), limit);
                }
                assertThat(found).isEqualTo(all()).hasSize(100);
            }
        }

        @Test
        void what_comes_again_is_young_again() throws IOException {
            var blob = put(bytes(1));
            time.pass(HOUR);
            put(bytes(1));
            assertThat(blobs.storedBefore(NOON.plus(HOUR), "", 9)).isEmpty();
            blobs.remove(blob.sha256(), NOON.plus(HOUR));
            assertThat(read(blobs, blob.sha256())).isEqualTo(bytes(1));
        }

        @Test
        void young_bytes_are_spared_and_old_ones_removed() throws IOException {
            var old = put(bytes(1));
            time.pass(HOUR);
            var young = put(bytes(2));
            for (var blob : List.of(old, young)) blobs.remove(blob.sha256(), NOON.plus(HOUR));
            assertThat(all()).containsExactly(young.sha256());
            assertThatThrownBy(() -> blobs.open(old.sha256()))
                    .isInstanceOf(NoSuchFileException.class);
            blobs.remove(young.sha256(), NOON.plus(HOUR).plusMillis(1));
            assertThat(all()).isEmpty();
        }

        @Test
        void what_was_removed_can_come_again() throws IOException {
            var blob = put(bytes(1));
            blobs.remove(blob.sha256(), Instant.MAX);
            assertThat(put(bytes(1))).isEqualTo(blob);
            assertThat(read(blobs, blob.sha256())).isEqualTo(bytes(1));
        }

        @Test
        void who_reads_may_read_on_when_it_is_removed() throws IOException {
            var blob = put(bytes(3));
            try (var channel = blobs.open(blob.sha256());
                    InputStream in = Channels.newInputStream(channel)) {
                assertThat(in.read()).isEqualTo(bytes(3)[0] & 0xFF);
                blobs.remove(blob.sha256(), Instant.MAX);
                assertThat(in.readAllBytes()).hasSize(bytes(3).length - 1);
            }
        }
    }

    @Nested
    class WhileASweepIsOn {
        @Test
        void whoever_stored_bytes_just_now_finds_them() throws IOException {
            assertThat(new BlobRace(blobs, time).run())
                    .as("what a caller missed")
                    .isEmpty();
        }
    }
}
