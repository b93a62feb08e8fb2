package dev.safelight.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Random;

class IdTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void known_bits_give_the_known_text() {
        assertThat(new Id(0, 0)).hasToString("00000000000000000000000000");
        assertThat(new Id(-1, -1)).hasToString("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
        // The time stamp of the ULID specification's own example: 1469922850259.
        assertThat(new Id(1469922850259L << 16, 0).toString()).startsWith("01ARZ3NDEK");
    }

    @Test
    void every_text_reads_back_in_either_case() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var id = new Id(random.nextLong(), random.nextLong());
            assertThat(Id.parse(id.toString())).contains(id);
            assertThat(Id.parse(id.toString().toLowerCase(java.util.Locale.ROOT)))
                    .contains(id);
        }
    }

    @Test
    void anything_else_is_no_id() {
        assertThat(Id.parse("")).isEmpty();
        assertThat(Id.parse("0000000000000000000000000")).isEmpty();
        assertThat(Id.parse("000000000000000000000000000")).isEmpty();
        assertThat(Id.parse("8ZZZZZZZZZZZZZZZZZZZZZZZZZ")).isEmpty();
        for (char c : "ILOU-_ é\0".toCharArray()) {
            assertThat(Id.parse("0000000000000" + c + "000000000000")).isEmpty();
            assertThat(Id.parse(c + "0000000000000000000000000")).isEmpty();
        }
    }

    @Test
    void ids_sort_by_their_text_and_so_by_their_time() {
        var random = new Random(2);
        var ids = new ArrayList<Id>();
        for (int i = 0; i < 200; i++) {
            ids.add(new Ids(() -> NOON.plusMillis(random.nextInt(50)), random).next(i));
        }
        ids.sort(Comparator.naturalOrder());
        assertThat(ids).isSortedAccordingTo(Comparator.comparing(Id::toString));
        assertThat(ids).isSortedAccordingTo(Comparator.comparingLong(Id::millis));
    }

    @Test
    void a_fresh_id_tells_its_time_and_the_bucket_of_its_account() {
        var ids = new Ids(() -> NOON, new Random(3));
        assertThat(ids.next(42).millis()).isEqualTo(NOON.toEpochMilli());
        assertThat(ids.next(42).bucket()).isEqualTo(ids.next(42).bucket());
        var buckets = new HashSet<Integer>();
        for (long account = 0; account < 1_000; account++)
            buckets.add(ids.next(account).bucket());
        assertThat(buckets).hasSizeGreaterThan(700).allMatch(b -> b >= 0 && b < Ids.BUCKETS);
    }

    @Test
    void ids_of_one_millisecond_differ() {
        var ids = new Ids(() -> NOON, new Random(4));
        var seen = new HashSet<Id>();
        for (int i = 0; i < 10_000; i++) seen.add(ids.next(1));
        assertThat(seen).hasSize(10_000);
    }
}
